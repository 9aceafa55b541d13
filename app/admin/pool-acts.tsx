"use client";

import { useMutation } from "@tanstack/react-query";
import type { VersionView } from "@/server/test-sets/list-versions";
import { ActButton } from "../_components/audit/act-button";
import { Moment } from "../_components/audit/moment";
import { useTRPC } from "../_components/trpc";

/** Has a retired pool closed for good, or takes that back while there is time. */
export function PoolActs({ view }: { view: VersionView }) {
  const api = useTRPC();
  const closePool = useMutation(api.admin.closePool.mutationOptions());
  const { benchmark, pool, closing } = view;
  if (closing?.isClosed) {
    return (
      <span className="soft">
        pool closed <Moment at={closing.closesAt} />
      </span>
    );
  }
  if (closing) {
    return (
      <>
        <span className="soft">
          pool closes <Moment at={closing.closesAt} />
        </span>{" "}
        <ActButton
          label="Do not close"
          reason="Why it stays as it is"
          act={closePool}
          inputOf={(reason) => ({ benchmark, pool: pool!, reason, undo: true })}
        />
      </>
    );
  }
  return (
    <>
      <span className="soft">pool retired</span>{" "}
      <ActButton
        label="Close for good"
        warning={`A day from now what was secret of pool ${pool} is published, with every decision’s wrong images, and anybody can replay its ladders. Until then it can be taken back here. Its images are never hidden ones again.`}
        reason="Why it is closed"
        act={closePool}
        inputOf={(reason) => ({ benchmark, pool: pool!, reason, undo: false })}
      />
    </>
  );
}
