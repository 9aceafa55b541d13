import type { Outcome } from "./case";

/** The outcomes as a table, one line each. */
export function printTable(outcomes: Outcome[]): string {
  const rows = outcomes.map(
    ({ exporter, architecture, opset, variant, verdict, same, tied, images, kinds, ms, words }) => [
      exporter,
      architecture,
      opset === 0 ? "own" : String(opset),
      variant,
      verdict,
      images === 0 || ms === 0 ? "" : `${same}/${images}${tied > 0 ? ` (${tied} tied)` : ""}`,
      images === 0 ? "" : String(kinds),
      ms === 0 ? "" : String(ms),
      words.slice(0, 160),
    ],
  );
  const all = [
    ["exporter", "architecture", "opset", "variant", "verdict", "equal", "classes", "ms", ""],
    ...rows,
  ];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
