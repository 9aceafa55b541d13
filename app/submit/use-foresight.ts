"use client";

import { useQuery } from "@tanstack/react-query";
import type { declarationOf } from "../_components/submission/declaration-of";
import { useSettled } from "../_components/submission/use-settled";
import { useTRPC } from "../_components/trpc";

type Declaration = ReturnType<typeof declarationOf>;

type Parts = { upload: string; data?: string };

const partsIn = (key: readonly unknown[] | undefined) =>
  (key?.[1] as { input?: Partial<Parts> } | undefined)?.input;

/** What submitting the uploaded files with this declaration would do, asked again when whoever types it pauses. */
export function useForesight(declaration: Declaration, parts: Parts | null) {
  const api = useTRPC();
  const settled = useSettled(declaration);
  const asked = { ...settled, ...(parts ?? { upload: "" }) } as Parameters<
    typeof api.submissions.inspect.queryOptions
  >[0];
  const query = useQuery(
    api.submissions.inspect.queryOptions(asked, {
      enabled: parts !== null,
      // While a field is typed, the report of before stays; that of other files does not.
      placeholderData: (before, query) => {
        const asked = partsIn(query?.queryKey);
        return asked?.upload === parts?.upload && asked?.data === parts?.data ? before : undefined;
      },
    }),
  );
  const isCurrent =
    parts !== null && !query.isPlaceholderData && JSON.stringify(settled) === JSON.stringify(declaration);
  return { ...query, foresight: parts === null ? null : (query.data ?? null), isCurrent };
}
