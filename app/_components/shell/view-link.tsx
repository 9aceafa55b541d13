"use client";

import Link, { useLinkStatus } from "next/link";
import type { ReactNode } from "react";

/** A link to another view of the same page: the scroll position stays, and the link shows that the view is loading. */
export function ViewLink({
  href,
  current = false,
  children,
}: {
  href: string;
  current?: boolean;
  children: ReactNode;
}) {
  return (
    <Link href={href} scroll={false} prefetch={false} aria-current={current ? "true" : undefined}>
      <Waiting>{children}</Waiting>
    </Link>
  );
}

function Waiting({ children }: { children: ReactNode }) {
  return <span className={useLinkStatus().pending ? "waiting" : undefined}>{children}</span>;
}
