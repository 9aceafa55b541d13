"use client";

import { type ReactNode, type SyntheticEvent, useEffect, useRef } from "react";
import { litEntry } from "../figure/lit-entry";

/** Links rows with the figure: a row under the pointer or with the focus lights its point, and the other way round. */
export function LinkedRows({ children }: { children: ReactNode }) {
  const inside = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      litEntry.subscribe(() => {
        const id = litEntry.get();
        for (const row of inside.current?.querySelectorAll<HTMLElement>("[data-entry]") ?? []) {
          row.classList.toggle("lit", row.dataset.entry === id);
        }
      }),
    [],
  );
  const light = ({ target }: SyntheticEvent) => {
    const row = (target as Element).closest<HTMLElement>("[data-entry]");
    litEntry.set(row?.dataset.entry ?? null);
  };
  const dim = () => litEntry.set(null);
  return (
    <div ref={inside} onPointerOver={light} onFocus={light} onPointerLeave={dim} onBlur={dim}>
      {children}
    </div>
  );
}
