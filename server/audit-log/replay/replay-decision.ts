import { rungLoss } from "../../release/ladder-state";
import type { Policy } from "../../release/policy";
import { rationalToText } from "../../release/rational";
import { releasesOthers } from "../../release/releases-others";
import { stepLadder } from "../../release/step-ladder";
import { canonicalJson } from "../canonical-json";
import type { LineOf } from "../line-schema";
import { ladderOf, type PageFacts } from "./page-facts";
import { type ReplayedLadder, untouchedLadder } from "./replayed-ladder";

/**
 * Decides again what a line says was decided, from the stored bit vectors, and moves the ladder in `ladders`.
 * @returns what does not agree, in words, or null: the decision, or the ladder before and after it
 */
export async function replayDecision(
  ladders: Map<string, ReplayedLadder>,
  line: LineOf<"decision">,
  given: { id: number; policy: Policy | undefined; facts: PageFacts },
): Promise<string | null> {
  const { public: fields, secret } = line;
  const { id, policy, facts } = given;
  const { submission } = fields;
  const on = { submission, version: secret.version, wrong: secret.wrong };
  const bits = await facts.bitsOf(on);
  if (!policy || bits?.length !== secret.total)
    return `line ${id}: its evaluation is not the one that was decided on`;
  const key = ladderOf(line);
  const ladder = ladders.get(key) ?? untouchedLadder;
  const last = ladder.baselines.at(-1);
  const baseline = last ? await facts.bitsOf(last) : null;
  if (last && !baseline) return `line ${id}: the evaluation that it was compared with is another than then`;
  const step = stepLadder({
    policy,
    state: ladder.state,
    baseline,
    submission: { wrong: bits },
    noise: secret.noise,
    atLeast: facts.atLeast.get(submission),
  });
  const climbed = step.decision === "climbed";
  ladders.set(key, {
    teamId: fields.scope === "global" ? null : fields.team,
    state: step.state,
    baselines: climbed ? [...ladder.baselines, on] : ladder.baselines,
    standing: [...ladder.standing, submission],
    line: id,
  });
  const agrees =
    step.decision === fields.decision &&
    (climbed ? rationalToText(rungLoss(step.state)!) : null) === fields.rung &&
    canonicalJson(step.state) === canonicalJson(secret.after) &&
    canonicalJson(ladder.state) === canonicalJson(secret.before);
  if (!agrees) return `line ${id}: the ladder, replayed under the pools.policy stored, decides otherwise`;
  const comeNow = climbed && releasesOthers(step.state.climbs);
  return comeNow || (fields.others ?? []).length === 0
    ? null
    : `line ${id}: other scores came with a decision with which none come`;
}
