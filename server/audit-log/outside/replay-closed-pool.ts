import { policySchema } from "../../release/policy";
import { commitmentOf } from "../line-hash";
import { type Line, lineSchema } from "../line-schema";
import type { LoggedLine } from "../logged-line";
import type { OpenedLine } from "../public/closed-pools";
import type { PublicLine } from "../public/public-line";
import { type BitsOf, bitsDecidedOn, decidedOnKey } from "../replay/decided-on";
import { goBack } from "../replay/go-back";
import { mergeReplayed } from "../replay/merge-replayed";
import { replayDecision } from "../replay/replay-decision";
import type { ReplayedLadder } from "../replay/replayed-ladder";

type Fields = Record<string, unknown>;
type Kept = { line: PublicLine; fields: Fields };
export type ReplayedPool = { decisions: number; ladders: number } | { problem: string };

/** Whether a line is needed to replay a pool's ladders: its decisions and voids, the gains asked for, merges, and its terms. */
export function isNeeded(pool: string, fields: Fields): boolean {
  const { kind, ladders } = fields;
  if (kind === "submission" || kind === "merge") return true;
  if (kind === "void") return (ladders as { pool: string }[]).some((ladder) => ladder.pool === pool);
  return fields.pool === pool && (kind === "decision" || kind === "test-set");
}

/**
 * Replays every ladder of a closed pool from the public lines and from what was published of it, trusting nobody: each secret part must
 * be what its line committed to, the bits those that it names, and the policy the one that the log told when the pool was made.
 * @param kept the lines of a checked log that are needed, in order
 */
export async function replayClosedPool(
  pool: string,
  kept: readonly Kept[],
  opened: ReadonlyMap<number, OpenedLine>,
): Promise<ReplayedPool> {
  const told = kept.map(({ fields }) => fields.terms as Fields | null | undefined).find((terms) => terms);
  if (!told) return { problem: "the log does not tell the pool's policy: it was made before lines did" };
  const policies = new Map([[pool, policySchema.parse(told.policy)]]);
  const ladders = new Map<string, ReplayedLadder>();
  const asked = new Map<string, number | undefined>();
  const decided = new Map<string, LoggedLine[]>();
  const stored = new Map<string, { wrong: Uint8Array; total: number }>();
  const bitsOf: BitsOf = async (on) => {
    const found = stored.get(decidedOnKey(on));
    return found ? bitsDecidedOn(on, found) : null;
  };
  let decisions = 0;
  for (const { line: publicLine, fields } of kept) {
    const { line: id } = publicLine;
    const parsed = open(publicLine, fields, opened.get(id));
    if ("problem" in parsed) return parsed;
    const { line, wrong } = parsed;
    const at = new Date(String(fields.at));
    if (line.kind === "submission" && "atLeast" in line.public) {
      asked.set(line.public.submission, line.public.atLeast);
    } else if (line.kind === "merge") {
      mergeReplayed(ladders, policies, line, id);
    } else if (line.kind === "void") {
      const { team, submission } = line.public;
      const earlier = decided.get(submission) ?? [];
      for (const ladder of line.public.ladders.filter((one) => one.pool === pool)) {
        const problem = goBack({ ladders, policies }, { ...ladder, team, submission, earlier, id });
        if (problem) return { problem };
      }
    } else if (line.kind === "decision") {
      const { submission } = line.public;
      stored.set(decidedOnKey({ submission, ...line.secret }), { wrong: wrong!, total: line.secret.total });
      const facts = { bitsOf, atLeast: asked };
      const problem = await replayDecision(ladders, line, { id, policy: policies.get(pool), facts });
      if (problem) return { problem };
      decided.set(submission, [...(decided.get(submission) ?? []), { id, at, line }]);
      decisions += 1;
    }
  }
  return { decisions, ladders: ladders.size };
}

/** A line with its secret part, if it is one of the pool's decisions: then it must be the one committed to. */
function open(
  publicLine: PublicLine,
  { kind, at: _at, ...fields }: Fields,
  opened: OpenedLine | undefined,
): { line: Line; wrong: Uint8Array | null } | { problem: string } {
  const { line: id, commitment } = publicLine;
  if (kind !== "decision") {
    const secret = kind === "void" ? { evidence: [] } : {};
    return { line: lineSchema.parse({ kind, public: fields, secret }), wrong: null };
  }
  if (!opened) return { problem: `line ${id}: its secret part was not published` };
  if (commitmentOf(Buffer.from(opened.salt, "hex"), opened.secret).toString("hex") !== commitment)
    return { problem: `line ${id}: what was published is not what it committed to` };
  const line = lineSchema.parse({ kind, public: fields, secret: JSON.parse(opened.secret) });
  return { line, wrong: Buffer.from(opened.wrong, "base64") };
}
