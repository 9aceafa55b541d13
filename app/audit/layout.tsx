import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AuditTabs } from "../_components/audit/audit-tabs";
import { MaintainersOnly } from "../_components/audit/maintainers-only";

export const metadata: Metadata = { title: "Audit", robots: "noindex" };

const views = [
  ["/audit", "Meters"],
  ["/audit/history", "Decisions"],
  ["/audit/teams", "Teams"],
  ["/audit/similar", "Similar models"],
  ["/audit/accounts", "Linked teams"],
  ["/audit/adaptivity", "Adaptivity"],
  ["/audit/log", "Log"],
  ["/admin", "Administration"],
] as const;

export default function AuditLayout({ children }: { children: ReactNode }) {
  return (
    <MaintainersOnly>
      <h1>Audit</h1>
      <AuditTabs label="Views of the audit" views={views} />
      {children}
    </MaintainersOnly>
  );
}
