"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

/** The views of the audit or of the administration; the open one is marked. */
export function AuditTabs({
  label,
  views,
}: {
  label: string;
  views: readonly (readonly [href: string, label: string])[];
}) {
  const path = usePathname();
  return (
    <nav className="tabs audit-tabs" aria-label={label}>
      <ul>
        {views.map(([href, name]) => (
          <li key={href}>
            <Link href={href} aria-current={path === href ? "page" : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
