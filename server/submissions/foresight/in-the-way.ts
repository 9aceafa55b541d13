import type { Database } from "../../../db/client";
import type { benchmarks } from "../../../db/schema";
import type { ResearcherContext } from "../../context";
import type { Preprocessing } from "../../evaluation/preprocessing";
import { alreadySubmitted } from "../already-submitted";
import type { Refused } from "../quota/log-refusal";
import { refuseSubmission } from "../quota/refuse-submission";

/** What keeps an acceptable model from being queued now: the answer of an earlier submission (its id), or a quota. */
export interface InTheWay {
  already: string | null;
  refused: Refused | null;
}

/** Looks, in the caller's transaction, what is in the way of a model that nothing is wrong with. Nothing is spent, reserved or logged. */
export async function inTheWay(given: {
  tx: Database;
  ctx: ResearcherContext;
  benchmark: typeof benchmarks.$inferSelect;
  modelHash: string;
  preprocessing: Preprocessing;
  asks: boolean;
}): Promise<InTheWay> {
  const { tx, ctx, benchmark, modelHash, preprocessing, asks } = given;
  const same = { teamId: ctx.viewer.teamId, benchmarkId: benchmark.id, modelHash, preprocessing };
  const already = await alreadySubmitted(tx, same);
  if (already) return { already, refused: null };
  return { already: null, refused: await refuseSubmission({ tx, ctx, benchmark, asks }) };
}
