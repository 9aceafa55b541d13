import { and, inArray, ne } from "drizzle-orm";
import type { Database } from "../../../db/client";
import { decisions, evaluations } from "../../../db/schema";
import { type LoggedLine, linesOf } from "../logged-line";

type Evaluation = Pick<typeof evaluations.$inferSelect, "submissionId" | "versionId" | "total" | "wrong">;
type Decision = typeof decisions.$inferSelect;

/** What the replay of a page of lines needs of the submissions decided in it: what is stored, and the gain each asked for. */
export interface PageFacts {
  /** By submission and version, audit parts left out. */
  evaluations: Map<string, Evaluation>;
  /** By submission, pool and scope; null where nothing is stored beside the log. */
  decisions: Map<string, Decision> | null;
  /** By submission; absent where none was told. */
  atLeast: Map<string, number | undefined>;
}

export const keyOf = (...ids: string[]): string => ids.join(" ");

/** Reads them at once: a query for each line would take most of the time. */
export async function loadPageFacts(db: Database, page: readonly LoggedLine[]): Promise<PageFacts> {
  const ids = [
    ...new Set(page.flatMap(({ line }) => (line.kind === "decision" ? [line.public.submission] : []))),
  ];
  const of = <Row>(rows: Row[], key: (row: Row) => string) => new Map(rows.map((row) => [key(row), row]));
  if (ids.length === 0) return { evaluations: new Map(), decisions: new Map(), atLeast: new Map() };
  const { submissionId, versionId, total, wrong, part } = evaluations;
  const evaluated = await db
    .select({ submissionId, versionId, total, wrong })
    .from(evaluations)
    .where(and(inArray(submissionId, ids), ne(part, "audit")));
  const made = await db.select().from(decisions).where(inArray(decisions.submissionId, ids));
  return {
    evaluations: of(evaluated, (row) => keyOf(row.submissionId, row.versionId)),
    decisions: of(made, (row) => keyOf(row.submissionId, row.poolId, row.scope)),
    atLeast: new Map([...(await linesOf(db, ids))].map(([id, lines]) => [id, askedIn(lines)])),
  };
}

function askedIn(lines: readonly LoggedLine[]): number | undefined {
  const begun = lines.map(({ line }) => line).find((line) => line.kind === "submission");
  return begun && !("reference" in begun.public) ? begun.public.atLeast : undefined;
}
