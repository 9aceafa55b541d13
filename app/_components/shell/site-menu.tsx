"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** The site's menu: a row on a wide screen, folded on a phone; going to another page folds it again. */
export function SiteMenu({ children }: { children: ReactNode }) {
  return (
    <details className="site-menu" key={usePathname()}>
      <summary>Menu</summary>
      {children}
    </details>
  );
}
