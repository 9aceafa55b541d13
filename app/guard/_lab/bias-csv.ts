import { policyNames } from "./compared-policies";
import type { RunResult } from "./runs/run-results";

const header = [
  "policy",
  "policy_json",
  "attack",
  "images",
  "classes",
  "unsure",
  "teams",
  "signed",
  "seed",
  "repetitions",
  "submissions_per_team",
  "bias_points",
  "sd_points",
  "ceiling_points",
];

/** The numbers of a comparison as CSV (RFC 4180): a row for each policy and number of submissions. */
export function biasCsv(results: readonly RunResult[]): string {
  const rows = results.flatMap(({ run, repetitions, bias }) => {
    const { kind, images, classes, unsure, teams, signed, policy } = run.attack;
    return bias.map(({ submissions, mean, sd }) => [
      policyNames[run.key].name,
      JSON.stringify(policy),
      kind,
      images,
      classes,
      unsure,
      teams,
      signed,
      run.seed,
      repetitions,
      submissions,
      (100 * mean).toFixed(4),
      (100 * sd).toFixed(4),
      (100 * run.ceiling).toFixed(4),
    ]);
  });
  return [header, ...rows].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

function quoted(cell: string | number | boolean): string {
  const text = String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
