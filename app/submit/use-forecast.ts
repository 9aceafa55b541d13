"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { declarationOf } from "../_components/submission/declaration-of";
import { useTRPC } from "../_components/trpc";

type Declaration = ReturnType<typeof declarationOf>;
const pauseMs = 400;

const uploadIn = (key: readonly unknown[] | undefined) =>
  (key?.[1] as { input?: { upload?: string } } | undefined)?.input?.upload ?? null;

/** What submitting the uploaded model with this declaration would do, asked again when whoever types it pauses. */
export function useForecast(declaration: Declaration, upload: string | null) {
  const api = useTRPC();
  const [settled, setSettled] = useState(declaration);
  const text = JSON.stringify(declaration);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as Declaration), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const asked = { ...settled, upload: upload ?? "" } as Parameters<
    typeof api.submissions.inspect.queryOptions
  >[0];
  const query = useQuery(
    api.submissions.inspect.queryOptions(asked, {
      enabled: upload !== null,
      // While a field is typed, the report of before stays; that of another file does not.
      placeholderData: (before, query) => (uploadIn(query?.queryKey) === upload ? before : undefined),
    }),
  );
  const isCurrent = upload !== null && !query.isPlaceholderData && JSON.stringify(settled) === text;
  return { ...query, forecast: upload === null ? null : (query.data ?? null), isCurrent };
}
