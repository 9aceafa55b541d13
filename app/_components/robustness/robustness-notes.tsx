import Link from "next/link";
import type { Robustness } from "@/server/leaderboards/schemas/robustness-schema";
import { count, counted } from "../numbers/count";
import { groupName } from "./group-name";

/** What a reader must know to understand the view of effective robustness. */
export function RobustnessNotes({
  robustness: { groups, points, scale, benchmark },
}: {
  robustness: Robustness;
}) {
  const fitted = groups.filter((group) => group.fitted > 0);
  const isMixed = fitted.some(({ training }) => training !== "standard" && training !== null);
  const undeclared = groups.find(({ training }) => training === null)?.models ?? 0;
  return (
    <div className="footnotes">
      <p>
        Zero is the line, fitted on the {scale} scale to the reference models
        {fitted.length > 0 &&
          ` (${fitted.map(({ training, fitted: models }) => `${count(models)} ${groupName(training)}`).join(", ")})`}
        ; each of them is compared with the line without it and its family. Bars are 95 % intervals of one
        model.{" "}
        {isMixed &&
          "Taori et al. (2020), whose term effective robustness is, draw the line through models of standard training alone: here others are in it too, and pull it towards themselves. "}
        <Link href="/docs/statistics#robustness">How it is computed</Link>
      </p>
      <p>
        How a model was trained is what its source or its team declares; nobody checks it.
        {undeclared > 0 && ` Of ${counted(undeclared, "model")} it is not known.`} The numbers of a group
        describe the models in it. They are no test of the group: its models share images and often data.
      </p>
      {points.some(({ kind }) => kind === "entry") && (
        <p>
          Entries on a hidden test set stand at their released score; a held one has no distance. A distance
          is a description, not proof of robustness: original labels are public.
        </p>
      )}
      {points.some(({ beyond }) => beyond) && (
        <p>
          Some models lie outside the original accuracies of the reference models, where the line is only
          extended.
        </p>
      )}
      <p>
        <Link href={`/benchmarks/${benchmark.slug}`}>The table has every model.</Link>
      </p>
    </div>
  );
}
