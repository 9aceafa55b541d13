"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, type ReactNode, type SyntheticEvent, useEffect, useRef } from "react";
import { highlightedEntry } from "./highlighted-entry";

/**
 * Links rows with the figure: a row under the pointer or with the focus lights its point, and the other way round. A row's link is
 * followed without loading the site again.
 */
export function LinkedRows({ children }: { children: ReactNode }) {
  const router = useRouter();
  const inside = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      highlightedEntry.subscribe(() => {
        const id = highlightedEntry.get();
        for (const row of inside.current?.querySelectorAll<HTMLElement>("[data-entry]") ?? []) {
          row.classList.toggle("highlighted", row.dataset.entry === id);
        }
      }),
    [],
  );
  const highlight = (event: SyntheticEvent) => {
    const target = event.target as Element;
    // The interactive figure highlights the nearest point itself.
    if (target.closest(".stage")) return;
    const row = target.closest<HTMLElement>("[data-entry]");
    highlightedEntry.set(row?.dataset.entry ?? null);
  };
  const follow = (event: MouseEvent) => {
    const link = (event.target as Element).closest("[data-entry] a[href]");
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    router.push(link.getAttribute("href")!);
  };
  const clear = () => highlightedEntry.set(null);
  return (
    // What is clicked is a link within, by keyboard too.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      ref={inside}
      onClick={follow}
      onPointerOver={highlight}
      onFocus={highlight}
      onPointerLeave={(event) => event.pointerType !== "touch" && clear()}
      onBlur={clear}
    >
      {children}
    </div>
  );
}
