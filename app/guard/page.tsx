import type { Metadata } from "next";
import { Contents } from "../_components/shell/contents";
import { LabSection } from "./_lab/lab-section";
import { HowReleased } from "./how-released";
import { Limits } from "./limits";
import { Meters } from "./meters";
import { PublicSets } from "./public-sets";

export const metadata: Metadata = { title: "How scores are guarded" };

export default function GuardPage() {
  return (
    <Contents
      sections={[
        ["why", "Why"],
        ["release", "What a submission learns"],
        ["quiet", "What else it learns"],
        ["public", "Public test sets"],
        ["meters", "What has been given away"],
        ["lab", "The attack lab"],
        ["log", "The log"],
        ["limits", "What this does not stop"],
      ]}
    >
      <h1>How scores are guarded</h1>
      <HowReleased />
      <PublicSets />
      <Meters />
      <LabSection />
      <Limits />
    </Contents>
  );
}
