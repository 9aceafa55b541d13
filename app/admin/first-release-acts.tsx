"use client";

import { useMutation } from "@tanstack/react-query";
import { ActButton } from "../_components/audit/act-button";
import { counted } from "../_components/numbers/count";
import { useTRPC } from "../_components/trpc";

/** Lets first scores out, declines them, or vouches for their teams; whoever acts sees none of the scores. */
export function FirstReleaseActs({ ids, teams }: { ids: string[]; teams: string[] }) {
  const api = useTRPC();
  const approve = useMutation(api.admin.approve.mutationOptions());
  const decline = useMutation(api.admin.decline.mutationOptions());
  const vouch = useMutation(api.admin.vouch.mutationOptions());
  return (
    <div className="row-buttons">
      <ActButton
        label="Approve"
        warning={`${counted(ids.length, "more team")} will learn a first score.`}
        act={approve}
        inputOf={() => ({ ids })}
      />
      <ActButton
        label="Vouch"
        warning={`You say of ${teams.join(", ")} that each is one person or group, and known. Their first scores are let out.`}
        reason="How they are known"
        act={vouch}
        inputOf={(reason) => ({ teams, vouched: true, reason })}
      />
      <ActButton
        label="Decline"
        warning="Ends as disqualified, unseen, and stays spent."
        act={decline}
        inputOf={() => ({ ids })}
      />
    </div>
  );
}
