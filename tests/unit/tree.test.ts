import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const mostLines = 200;
const mostFiles = 36;
/** Written by programs. */
const generated = /^(db\/migrations\/|package-lock\.json$|next-env\.d\.ts$|tests\/fixtures\/.*\.json$)/;
const source = /\.(tsx?|mjs|cjs|js|css|json|md|py|sh|yml)$/;
const notOurs = /^(\..*|node_modules|test-results|playwright-report|coverage)$/;

const entries = readdirSync(root, { withFileTypes: true })
  .filter(({ name }) => !notOurs.test(name))
  .flatMap((entry) => (entry.isDirectory() ? within(entry.name) : [entry.name]));

function within(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? within(path) : [path];
  });
}

test("no file that people write is longer than 200 lines", () => {
  const long = entries
    .filter((path) => source.test(path) && !generated.test(path))
    .map((path) => [path, readFileSync(join(root, path), "utf8").split("\n").length - 1] as const)
    .filter(([, lines]) => lines > mostLines);
  expect(long).toEqual([]);
});

test("no folder but the schema holds more than 36 files side by side", () => {
  const counts = new Map<string, number>();
  for (const path of entries) {
    const folder = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const full = [...counts].filter(([folder, files]) => files > mostFiles && folder !== "db/schema");
  expect(full).toEqual([]);
  expect(counts.size).toBeGreaterThan(50);
});
