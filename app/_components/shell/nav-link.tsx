"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A menu link that is marked while its page, or one below it, is open. */
export function NavLink({ href, also, children }: { href: string; also?: string; children: ReactNode }) {
  const path = usePathname();
  const below = [href, also].some((base) => base && base !== "/" && path.startsWith(base));
  const current = path === href ? "page" : below ? "true" : undefined;
  return (
    <Link href={href} aria-current={current}>
      {children}
    </Link>
  );
}
