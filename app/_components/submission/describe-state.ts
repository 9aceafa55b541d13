import { primaryMetric } from "@/server/evaluation/metric";
import { percent } from "../numbers/percent";
import type { ShownSubmission } from "./shown-submission";

/** What a submission's state is called, what it means, and what to do. */
export interface StateWords {
  label: string;
  sentence: string;
  hint: string;
  tone: "waiting" | "good" | "trouble" | "plain";
}

type Shown = Pick<
  ShownSubmission,
  | "state"
  | "queuePosition"
  | "approval"
  | "advice"
  | "progress"
  | "decision"
  | "refusal"
  | "scores"
  | "atLeast"
> & {
  /** Released accuracy of the team, fraction. */
  rung: number | null;
};

/** A submission's state in words: plain, exact, and held is not failed. */
export function describeState(submission: Shown): StateWords {
  const { state, queuePosition, refusal } = submission;
  const waiting = (label: string, sentence: string): StateWords => ({
    label,
    sentence,
    hint: "",
    tone: "waiting",
  });
  const ended = (label: string, costs: string, tone: StateWords["tone"] = "trouble"): StateWords => ({
    label,
    sentence: [refusal?.message, costs].filter(Boolean).join(" "),
    hint: refusal?.hint ?? "",
    tone,
  });
  switch (state) {
    case "inspecting":
      return waiting("Inspecting", "The file is being checked. Nothing runs yet.");
    case "queued":
      return waiting(`Queued, position ${queuePosition ?? "?"}`, "It can still be withdrawn at no cost.");
    case "evaluating":
      return evaluating(submission);
    case "waiting-for-you":
      return waitingForYou(submission);
    case "awaiting-approval":
      return waiting(
        "Awaiting approval",
        `New teams learn something of the hidden images, so a maintainer lets this first score out, unseen. ${queueWords(submission)}The submission keeps its place.`,
      );
    case "scored":
      return scored(submission);
    case "refused":
      return ended("Refused", "It did not count against your quota.");
    case "failed":
      return ended(
        "Failed on original images",
        "No hidden image was read, and it did not count against your quota.",
      );
    case "withdrawn":
      return ended("Withdrawn", "It did not count against your quota.", "plain");
    case "voided":
      return ended("Voided", "It no longer counts, nor against your quota.", "plain");
    case "disqualified":
      return ended("Disqualified", "", "trouble");
  }
}

function waitingForYou({ advice }: Shown): StateWords {
  if (advice?.better) {
    return {
      label: "Waiting for you",
      sentence: `Another preprocessing suits this model clearly better. The usual ones were tried on ${advice.better.images} original images; no hidden image has been read, and nothing is spent.`,
      hint: "",
      tone: "plain",
    };
  }
  return {
    label: "Waiting for you",
    sentence: `${advice?.message ?? ""} No hidden image has been read, and nothing is spent.`.trim(),
    hint: advice?.hint ?? "",
    tone: "plain",
  };
}

function queueWords({ approval }: Shown): string {
  if (!approval) return "";
  const { waiting, medianWaitMs } = approval;
  const many = waiting === 1 ? "It is the only one waiting here" : `${waiting} first scores are waiting here`;
  if (medianWaitMs === null) return `${many}. `;
  const hours = medianWaitMs / 3_600_000;
  const wait =
    hours < 1 ? "under an hour" : hours < 48 ? `${Math.round(hours)} h` : `${Math.round(hours / 24)} days`;
  return `${many}; so far half of them were decided within ${wait}. `;
}

function evaluating({ progress }: Shown): StateWords {
  if (progress?.phase === "hidden" && progress.dueAt === null) {
    return {
      label: "Waiting for a maintainer",
      sentence:
        "The machine was too busy, or failed, whatever the model did: a maintainer has the hidden evaluation taken up again. It costs nothing more.",
      hint: "",
      tone: "waiting",
    };
  }
  if (progress?.phase === "hidden") {
    return {
      label: "On hidden images",
      sentence:
        "The time of the result was fixed at the start and moves only where the machine is too busy, so that it says nothing about the model. The submission is spent and can no longer be withdrawn.",
      hint: "",
      tone: "waiting",
    };
  }
  return {
    label: "On original images",
    sentence: progress
      ? `${Math.round(100 * progress.done)} % of the original images are done. It can still be withdrawn at no cost.`
      : "",
    hint: "",
    tone: "waiting",
  };
}

function scored({ decision, scores, rung, atLeast }: Shown): StateWords {
  const released = scores.find(({ kind, metric }) => kind === "released" && metric === primaryMetric);
  if (decision === "climbed") {
    const at = released?.accuracy ?? null;
    return {
      label: at === null ? "Climbed" : `Climbed to ${percent(at)} %`,
      sentence: "A first score, or one that improved enough on your released score: it is released, rounded.",
      hint: "",
      tone: "good",
    };
  }
  return {
    label: rung === null ? "Held" : `Held at ${percent(rung)} %`,
    sentence: `This submission did not improve enough on your released score to be released${
      atLeast > 1 ? `: it asked for ${atLeast} steps` : ""
    }.`,
    hint: "How often a gain of so many points is released stands beside your quota and on the page How scores are guarded.",
    tone: "plain",
  };
}

/** Whether it can still be withdrawn: until its hidden evaluation is claimed. */
export const canBeWithdrawn = ({ state, progress }: Pick<ShownSubmission, "state" | "progress">): boolean =>
  ["inspecting", "queued", "waiting-for-you"].includes(state) ||
  (state === "evaluating" && progress?.phase !== "hidden");

/** Whether something will still happen to it. */
export const isMoving = ({ state }: Pick<ShownSubmission, "state">): boolean =>
  ["inspecting", "queued", "evaluating"].includes(state);
