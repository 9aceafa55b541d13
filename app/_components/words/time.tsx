"use client";

import { useEffect, useState } from "react";
import { relativeTime } from "./relative-time";

/** A moment relative to now, with the absolute time in the reader's zone on hover; in UTC until scripts run. */
export function Time({ at }: { at: string }) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 1000 * (Math.abs(Date.now() - Date.parse(at)) < 120_000 ? 1 : 30));
    return () => clearInterval(timer);
  }, [at]);
  const utc = `${at.slice(0, 16).replace("T", " ")} UTC`;
  if (now === null) return <time dateTime={at}>{utc}</time>;
  const local = new Date(at).toLocaleString(undefined, { dateStyle: "long", timeStyle: "long" });
  return (
    <time dateTime={at} title={local}>
      {relativeTime(Date.parse(at) - now)}
    </time>
  );
}
