import type { Metadata } from "next";
import type { ReactNode } from "react";
import { AuditTabs } from "../_components/audit/audit-tabs";
import { MaintainersOnly } from "../_components/audit/maintainers-only";
import { ApiProvider } from "../_components/trpc";

export const metadata: Metadata = { title: "Administration", robots: "noindex" };

const views = [
  ["/admin", "Test sets and approvals"],
  ["/admin/accounts", "Accounts"],
  ["/admin/teams", "Teams"],
  ["/admin/storage", "Storage"],
  ["/audit", "Audit"],
] as const;

export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <MaintainersOnly>
      <h1>Administration</h1>
      <AuditTabs label="Views of the administration" views={views} />
      <ApiProvider>{children}</ApiProvider>
    </MaintainersOnly>
  );
}
