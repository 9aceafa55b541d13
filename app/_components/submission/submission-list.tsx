"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useCallback, useEffect } from "react";
import type { Quota } from "@/server/submissions/submission-schema";
import { useTRPC } from "../trpc";
import { isMoving } from "./describe-state";
import type { ShownSubmission } from "./shown-submission";
import { SubmissionItem } from "./submission-item";

const pollMs = 4000;

/** A team's submissions, newest first, followed as they progress. */
export function SubmissionList({
  initial,
  quotas,
  names,
}: {
  initial: ShownSubmission[];
  quotas: Quota[];
  names: Record<string, string>;
}) {
  const api = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const { data: mine } = useQuery({
    ...api.submissions.list.queryOptions({}),
    initialData: initial,
    // Elapsed time advances without an event.
    refetchInterval: ({ state }) => (state.data?.some(isMoving) ? pollMs : false),
  });
  const look = useCallback(
    () => void queries.invalidateQueries(api.submissions.list.queryFilter()),
    [api, queries],
  );
  // A browser opens few connections to a site: only the next in line is followed by events.
  const followed = mine.findLast(isMoving)?.id;
  useEffect(() => {
    if (!followed) return undefined;
    const events = new EventSource(`/api/v1/submissions/${followed}/events`);
    events.addEventListener("submission", look);
    return () => {
      events.close();
      // Quota and climbs beside the list come from the server.
      router.refresh();
    };
  }, [followed, look, router]);

  if (mine.length === 0) {
    return (
      <p className="note">
        Nothing yet. <Link href="/submit">Submit a model</Link>; the source code comes with three to try, in{" "}
        <code>examples/</code>.
      </p>
    );
  }
  return mine.map((submission) => (
    <SubmissionItem
      key={submission.id}
      submission={submission}
      benchmarkName={names[submission.benchmark] ?? submission.benchmark}
      rung={quotas.find(({ benchmark }) => benchmark === submission.benchmark)?.rung ?? null}
      onChange={look}
    />
  ));
}
