"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** The site's menu: a row at a desk, folded on a phone; another page folds it again. */
export function SiteMenu({ children }: { children: ReactNode }) {
  return (
    <details className="site-menu" key={usePathname()}>
      <summary>Menu</summary>
      {children}
    </details>
  );
}
