"use client";

import { useMutation } from "@tanstack/react-query";
import { ActButton } from "@/app/_components/audit/act-button";
import { useTRPC } from "@/app/_components/trpc";
import { FirstReleaseActs } from "../../first-release-acts";

/** What a maintainer can do about a submission in its state. */
export function SubmissionActs({
  id,
  state,
  team,
  isVerified,
  isParked,
  isDecided,
}: {
  id: string;
  state: string;
  team: string;
  isVerified: boolean;
  isParked: boolean;
  isDecided: boolean;
}) {
  const api = useTRPC();
  const verify = useMutation(api.admin.verify.mutationOptions());
  const resume = useMutation(api.admin.resume.mutationOptions());
  const reJudge = useMutation(api.admin.reJudge.mutationOptions());
  const repeat = useMutation(api.admin.repeat.mutationOptions());
  const voidIt = useMutation(api.admin.void.mutationOptions());
  const reinstate = useMutation(api.admin.reinstate.mutationOptions());
  const disqualify = useMutation(api.admin.disqualify.mutationOptions());
  return (
    <div className="row-buttons">
      {state === "awaiting-approval" && <FirstReleaseActs ids={[id]} teams={[team]} />}
      {isParked && <ActButton label="Take it up again" act={resume} inputOf={() => ({ id })} />}
      {state === "voided" && (
        <ActButton
          label="Judge again"
          warning="The same model becomes a new submission by its team, for free, with the noise of then."
          reason="Why"
          act={reJudge}
          inputOf={(reason) => ({ ids: [id], reason })}
        />
      )}
      {state === "scored" && (
        <>
          <ActButton
            label={isVerified ? "Mark as not verified" : "Mark as verified"}
            act={verify}
            inputOf={() => ({ id, verified: !isVerified })}
          />
          <ActButton
            label="Judge again"
            warning="The same model becomes a new submission by its team: it counts against the team’s total quota and steps its ladder."
            reason="What was corrected"
            act={reJudge}
            inputOf={(reason) => ({ ids: [id], reason })}
          />
        </>
      )}
      {isDecided && (
        <ActButton
          label="Repeat its hidden evaluation"
          warning="A worker runs it again when it has nothing else to do, and compares. Nothing changes by it, whatever comes out; auditors see it here. After a repeat with the same bits nothing can be voided."
          act={repeat}
          inputOf={() => ({ id })}
        />
      )}
      {isDecided && state === "scored" && (
        <ActButton
          label="Void its decision"
          warning="Only on evidence in the log that the machine failed it; a worker looks. The ladder goes back where this was its last decision, the quota is given back, and what was told stays on the meter."
          reason="What the machine did"
          act={voidIt}
          inputOf={(reason) => ({ id, reason })}
        />
      )}
      {["queued", "evaluating", "waiting-for-you", "awaiting-approval", "scored"].includes(state) && (
        <ActButton
          label="Disqualify"
          warning="Its page shows the reason. Ladders and quota stay as they are."
          reason="Why"
          act={disqualify}
          inputOf={(reason) => ({ id, reason })}
        />
      )}
      {state === "disqualified" && (
        <ActButton
          label="Reinstate"
          warning="Its released scores count again; nothing is decided anew."
          reason="Why the disqualification was wrong"
          act={reinstate}
          inputOf={(reason) => ({ id, reason })}
        />
      )}
    </div>
  );
}
