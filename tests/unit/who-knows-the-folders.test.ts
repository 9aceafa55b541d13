import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const sources = ["app", "db", "server", "workers"].flatMap((part) =>
  readdirSync(join(root, part), { recursive: true, encoding: "utf8" })
    .filter((name) => /[.](tsx?|mjs)$/.test(name))
    .map((name) => `${part}/${name}`),
);

const mentioning = (word: string) =>
  sources.filter((path) => new RegExp(`\\b${word}\\b`).test(readFileSync(join(root, path), "utf8")));

/** Whoever starts a process gives it its stores; all others take what the context holds. */
const starters = [
  "server/env.ts",
  "server/cli/operator-context.ts",
  "server/cli/processes/",
  "server/cli/commands/web.ts",
  "server/cli/commands/worker.ts",
  "workers/main.ts",
];

test.each([
  ["dataDir", ["server/env.ts", "server/cli/database-addresses.ts", "server/cli/processes/", "db/embedded/"]],
  ["testSetsDir", starters],
  ["modelsDir", [...starters, "server/model-store/"]],
  ["uploadsDir", [...starters, "server/model-store/"]],
])("`%s` is a word of the settings, of who starts a process, and of the store itself", (word, allowed) => {
  const found = mentioning(word);
  expect(found).toContain("server/env.ts");
  expect(found.filter((path) => !allowed.some((place) => path.startsWith(place)))).toEqual([]);
});
