import type { Metadata } from "next";
import Link from "next/link";
import { Contents } from "@/app/_components/shell/contents";
import { CalibrationSection } from "./calibration-section";
import { DeviationSections } from "./deviation-sections";
import { ForecastSection } from "./forecast-section";
import { ImageSections } from "./image-sections";
import { IntervalSections } from "./interval-sections";
import { LineSections } from "./line-sections";
import { RobustnessSection } from "./robustness-section";
import { SourcesSection } from "./sources-section";

export const metadata: Metadata = { title: "The statistics" };

export default function StatisticsPage() {
  return (
    <Contents
      sections={[
        ["intervals", "Intervals"],
        ["released", "Released scores"],
        ["line", "The line"],
        ["scales", "Scales"],
        ["bootstrap", "Interval over models"],
        ["images", "Models and images"],
        ["verdict", "The verdict"],
        ["deviations", "Off the line"],
        ["forecast", "Forecast"],
        ["families", "Families"],
        ["robustness", "Effective robustness"],
        ["calibration", "False marks"],
        ["selection", "After selection"],
        ["ranks", "Ranks"],
        ["gaps", "The three gaps"],
        ["sources", "Sources"],
      ]}
    >
      <h1>The statistics</h1>
      <p className="lede">
        Every formula on this site: why it was chosen, where it comes from and where it stops holding.
        Internally, an accuracy is a count of correct images out of a total; only pages use percentages.{" "}
        <Link href="/docs">Back to the docs</Link>
      </p>
      <IntervalSections />
      <LineSections />
      <ImageSections />
      <DeviationSections />
      <ForecastSection />
      <RobustnessSection />
      <CalibrationSection />
      <SourcesSection />
    </Contents>
  );
}
