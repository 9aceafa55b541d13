import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { siteOrigin } from "@/server/api/site-origin";
import { Contents } from "../_components/shell/contents";
import { ApiSection } from "./api-section";
import { ClassesSection } from "./classes-section";
import { ExportSection } from "./export-section";
import { OwnSection } from "./own-section";
import { RulesSection } from "./rules-section";
import { SubmitSection } from "./submit-section";

export const metadata: Metadata = { title: "Docs" };

export default async function DocsPage() {
  const origin = siteOrigin(await headers());
  return (
    <Contents
      sections={[
        ["export", "Export a model"],
        ["accepted", "What is accepted"],
        ["classes", "The order of the classes"],
        ["submit", "Submit it"],
        ["rules", "The rules"],
        ["api", "The API"],
        ["own", "Run your own"],
      ]}
    >
      <h1>Docs</h1>
      <p className="lede">
        From a trained model to a row in the table. See also <Link href="/guard">How scores are guarded</Link>
        , <Link href="/docs/statistics">The statistics</Link> behind every number, and{" "}
        <Link href="/docs/paper">The paper&rsquo;s numbers</Link> beside ours.
      </p>
      <ExportSection />
      <ClassesSection />
      <SubmitSection origin={origin} />
      <RulesSection />
      <ApiSection origin={origin} />
      <OwnSection />
    </Contents>
  );
}
