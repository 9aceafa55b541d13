// Run after every installation: mends four places of the database's driver, postgres 3.4.9, which took the site or a worker down when
// a connection was lost under load (github.com/porsager/postgres, issues 1066, 1154 and 1208; none is mended upstream yet):
// - a write put off to the next turn met a connection that had closed, and threw where nobody catches it;
// - a connection that closed with such a write put off never wrote again, and every question given to it waited for ever;
// - a question given to a connection between its error and its end was never answered;
// - a connection lost while it asked for the types of arrays was an unhandled rejection, which ends a process.
// A file is replaced, not written to, because installations may share it.
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const mended = "3.4.9";
const repairs = [
  [
    "  function nextWrite(fn) {\n",
    `  function nextWrite(fn) {
    if (!socket) {
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return false
    }
`,
  ],
  [
    / {4}clearImmediate\(nextWriteTimer\)\n/g,
    "    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n",
  ],
  ["!hadError && (query || sent.length) && error(", ";(query || sent.length) && error("],
  ["        return fetchArrayTypes()\n", "        return fetchArrayTypes().catch(() => {})\n"],
];

const root = dirname(dirname(dirname(createRequire(import.meta.url).resolve("postgres"))));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
if (version !== mended)
  throw new Error(
    `db/repair-driver.mjs mends postgres ${mended}, and ${version} is installed: does that need mending?`,
  );
for (const build of ["src", "cjs/src"]) {
  const path = join(root, build, "connection.js");
  const text = readFileSync(path, "utf8");
  if (text.includes(repairs[0][1])) continue;
  let repaired = text;
  for (const [broken, whole] of repairs) {
    const before = repaired;
    repaired = repaired.replace(broken, whole);
    if (repaired === before) throw new Error(`db/repair-driver.mjs does not find its place in ${path}`);
  }
  writeFileSync(`${path}.new`, repaired);
  renameSync(`${path}.new`, path);
}
