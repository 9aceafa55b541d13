"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Refreshes the page when a submission to the benchmark appears. */
export function FollowBenchmark({ slug }: { slug: string }) {
  const router = useRouter();
  useEffect(() => {
    const events = new EventSource(`/api/v1/benchmarks/${slug}/events`);
    events.addEventListener("benchmark", () => router.refresh());
    return () => events.close();
  }, [slug, router]);
  return null;
}
