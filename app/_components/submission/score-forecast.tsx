"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "../trpc";
import { Trouble, wordsOf } from "../words/trouble";
import { describeForecast } from "./describe-forecast";
import { useSettled } from "./use-settled";

/** What a model of this original accuracy (a fraction) will score, and how probably it climbs for its team. */
export function ScoreForecast({
  benchmark,
  originalAccuracy,
  atLeast,
}: {
  benchmark: string;
  originalAccuracy: number;
  atLeast: number;
}) {
  const api = useTRPC();
  const asked = useSettled({ slug: benchmark, originalAccuracy, atLeast });
  const { data, error } = useQuery(
    api.leaderboards.forecast.queryOptions(asked, { placeholderData: keepPreviousData }),
  );
  if (error) return <Trouble words={wordsOf(error)} />;
  if (!data) return null;
  const { facts, sentences } = describeForecast(data);
  return (
    <section className="forecast" aria-label="Forecast">
      <dl className="facts numbers" aria-live="polite">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="soft small">
        {sentences.join(" ")} <Link href="/docs/statistics#forecast">How it is forecast</Link>
      </p>
    </section>
  );
}
