"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ActButton } from "@/app/_components/audit/act-button";
import { useTRPC } from "@/app/_components/trpc";

/** Names two teams by their slugs, and merges the first into the second. */
export function MergeForm(given: { team: string | undefined; into: string | undefined }) {
  const api = useTRPC();
  const merge = useMutation(api.admin.mergeTeams.mutationOptions());
  const [team, setTeam] = useState(given.team ?? "");
  const [into, setInto] = useState(given.into ?? "");
  return (
    <>
      <label className="field">
        <span>Team that goes</span>
        <input value={team} onChange={(event) => setTeam(event.target.value)} />
      </label>
      <label className="field">
        <span>Team that stays</span>
        <input value={into} onChange={(event) => setInto(event.target.value)} />
      </label>
      <ActButton
        label="Merge"
        warning={`${team} becomes part of ${into}, for good.`}
        reason="Why they are one team"
        act={merge}
        inputOf={(reason) => ({ team, into, reason })}
      />
    </>
  );
}
