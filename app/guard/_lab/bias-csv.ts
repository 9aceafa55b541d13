import { type Columns, csvTable } from "@/server/api/answers/csv-table";
import { policyNames } from "./compared-policies";
import type { RunResult } from "./runs/run-results";

type Row = { result: RunResult; point: RunResult["bias"][number] };

const points = (fraction: number) => (100 * fraction).toFixed(4);

const columns: Columns<Row> = {
  policy: ({ result }) => policyNames[result.run.key].name,
  policy_json: ({ result }) => JSON.stringify(result.run.attack.policy),
  attack: ({ result }) => result.run.attack.kind,
  images: ({ result }) => result.run.attack.images,
  classes: ({ result }) => result.run.attack.classes,
  unsure: ({ result }) => result.run.attack.unsure,
  teams: ({ result }) => result.run.attack.teams,
  signed: ({ result }) => result.run.attack.signed,
  seed: ({ result }) => result.run.seed,
  repetitions: ({ result }) => result.repetitions,
  submissions_per_team: ({ point }) => point.submissions,
  bias_points: ({ point }) => points(point.mean),
  sd_points: ({ point }) => points(point.sd),
  ceiling_points: ({ result }) => points(result.run.ceiling),
};

/** The numbers of a comparison as CSV (RFC 4180): a row for each policy and number of submissions. */
export function biasCsv(results: readonly RunResult[]): string {
  return csvTable(
    columns,
    results.flatMap((result) => result.bias.map((point) => ({ result, point }))),
  );
}
