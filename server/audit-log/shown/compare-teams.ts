import type { Database } from "../../../db/client";
import { teams } from "../../../db/schema";
import { linesOfKind } from "../logged-line";
import { leadsElsewhere } from "./leads-elsewhere";

/**
 * Checks that teams are merged and vouched for as the log says.
 * @returns what does not agree, in words, or null
 */
export async function compareTeams(db: Database): Promise<string | null> {
  const merges = new Map((await linesOfKind(db, "merge")).map((logged) => [logged.line.public.team, logged]));
  const vouches = new Map(
    (await linesOfKind(db, "vouch")).map((logged) => [logged.line.public.team, logged]),
  );
  for (const row of await db.select().from(teams)) {
    const merge = merges.get(row.id);
    const vouch = vouches.get(row.id);
    const problem =
      leadsElsewhere({
        table: "teams",
        line: merge?.id ?? 0,
        row,
        told: { mergedIntoId: merge?.line.public.into ?? null, mergedAt: merge?.at ?? null },
      }) ??
      leadsElsewhere({
        table: "teams",
        line: vouch?.id ?? 0,
        row,
        told: { vouchedAt: vouch?.line.public.vouched ? vouch.at : null },
      });
    if (problem) return problem.replace("line 0 leads", "no line leads");
  }
  return null;
}
