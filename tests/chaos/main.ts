import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findPostmaster } from "@/db/embedded/find-postmaster";
import { buildSite } from "@/server/cli/processes/build-site";
import { chance } from "./chance";
import { checkCounts } from "./checks/check-counts";
import { leftInDatabase, leftOnDisk } from "./checks/check-leftovers";
import { checkSubmissions } from "./checks/check-submissions";
import { expectedCounts } from "./checks/expected-counts";
import { makeBenchmark } from "./clients/importer";
import { makeData } from "./make-data";
import { benchmarks, play, submittedTo } from "./play";
import { printTable } from "./print-table";
import { findProcesses } from "./product/find-processes";
import { ownerOf } from "./product/owner";
import { ended, type Run, rung, startRung } from "./product/run-rung";
import { supervised } from "./product/supervised";
import { readFlags } from "./read-flags";

const flags = readFlags(process.argv.slice(2));
const { seed } = flags;
const folder = await mkdtemp(join(tmpdir(), "rung-chaos-"));
const run: Run = {
  folder,
  dataDir: join(folder, "data"),
  mark: `RUNG_CHAOS=${folder}`,
  port: flags.port,
  url: `http://127.0.0.1:${flags.port}`,
};
const startedAt = Date.now();
const say = (words: string) => console.error(`${Math.round((Date.now() - startedAt) / 1000)} s: ${words}`);
console.log(`seed ${seed}; to play it again: tests/chaos/run --seed ${seed}; logs in ${folder}`);
await mkdir(join(folder, "tmp"), { recursive: true });
process.on("uncaughtException", (error) => {
  for (const { pid } of findProcesses(run)) process.kill(pid, "SIGKILL");
  console.error(error);
  process.exit(1);
});
await buildSite(say);

const data = await makeData(join(folder, "given"), { seed, benchmarks: submittedTo, models: 10, imports: 6 });
const start = supervised(run, "start", ["start"], chance(seed, 10));
const workers = [1, 2].map((n) => supervised(run, `worker-${n}`, ["worker"], chance(seed, 10 + n)));
await healthy();
say("the site answers");
await makeBenchmark(run, data, { slug: benchmarks.ample, perDay: 200, withImages: true });
await makeBenchmark(run, data, { slug: benchmarks.scarce, perDay: 3, withImages: true });
await makeBenchmark(run, data, { slug: benchmarks.imports, perDay: 2, withImages: false });
const tokens = new Map<string, string>();
const { token } = await rung<{ token: string }>(run, [
  "token",
  "create",
  "--user",
  "keeper",
  "--role",
  "maintainer",
]);
tokens.set("keeper", token);
for (let team = 1; team <= 6; team += 1) {
  const made = await rung<{ token: string }>(run, ["token", "create", "--user", `team-${team}`]);
  tokens.set(`team-${team}`, made.token);
}

say(`the load begins, and ${flags.kills} kills within ${flags.minutes} minutes`);
const owner = ownerOf(run);
const until = Date.now() + flags.minutes * 60_000;
const played = await play({
  run,
  seed,
  data,
  tokens,
  start,
  workers,
  connect: owner.connect,
  kills: flags.kills,
  until,
});
say("all teams have seen the end of what they began; checking");
await writeFile(join(folder, "intents.json"), JSON.stringify(played.intents, null, 1));

const sql = await owner.connect();
const found = await checkSubmissions(sql, played.intents, submittedTo);
const scored = new Map(
  played.intents.flatMap(({ benchmark, model }) =>
    model === null ? [] : [[`${benchmark} ${model}`, { benchmark, model }] as const],
  ),
);
const left = await leftInDatabase(sql);
const onDisk = await leftOnDisk(run, await owner.address());
const counts = await checkCounts(sql, submittedTo, await expectedCounts(run, data, [...scored.values()]));
await owner.end();
const codes = [...(await Promise.all(workers.map((worker) => worker.stop()))), await start.stop()];
const verification = await ended(startRung(run, "audit-verify", ["audit", "verify"]));
await sleep(1000);
if (await findPostmaster(join(run.dataDir, "postgres", "cluster"))) left.push("the database server runs on");
const processes = findProcesses(run).map(({ pid, command }) => `process ${pid}: ${command.slice(0, 100)}`);

const sum = (counted: Map<string, number>) => [...counted.values()].reduce((a, b) => a + b, 0);
const asked = [...played.kills].filter(([target]) => target !== "import" && target !== "migrate");
const killed = asked.reduce((total, [, n]) => total + n, 0);
const answered = played.intents.filter(({ id }) => id !== null);
const problems = {
  lost: [...found.lost, ...played.wrong],
  double: found.double,
  "wrong counts": counts.wrong,
  "left over": [...left, ...onDisk, ...processes],
  "audit verify": verification.code === 0 ? [] : ["the log does not verify: see audit-verify.log"],
  "ended with an error": codes.filter((code) => code !== 0).map((code) => `exit code ${code}`),
  "too few kills": killed >= flags.kills ? [] : [`${killed} of ${flags.kills}`],
};
console.log(printTable("killed with -9", [...played.kills]));
console.log(
  printTable("under load", [
    ["requests", played.seen.requests],
    ["without an answer", played.seen.withoutAnswer],
    ["faults answered", [...played.seen.faults].map(([fault, n]) => `${n} x ${fault}`).join(", ") || "none"],
    ["submissions wanted", played.intents.length],
    ["answered", answered.length],
    ["of these with an earlier one", answered.filter(({ alreadyScored }) => alreadyScored).length],
    ["refused for the quota", played.intents.filter(({ refused }) => refused !== null).length],
    ["evaluations compared", counts.compared],
    ["maintainer's acts", [...played.acts].map(([act, n]) => `${n} ${act}`).join(", ")],
    ["test sets imported", played.imported.length],
    [
      "own endings of start and workers",
      [start, ...workers].map(({ name, endings }) => `${name}: ${endings.join(" ") || "none"}`).join("; "),
    ],
    ["seconds", Math.round((Date.now() - startedAt) / 1000)],
  ]),
);
console.log(
  printTable(
    "found",
    Object.entries(problems).map(([name, list]) => [name, list.length] as const),
  ),
);
for (const [name, list] of Object.entries(problems))
  for (const words of list) console.log(`${name}: ${words}`);
const isFine = Object.values(problems).every((list) => list.length === 0) && sum(played.kills) > 0;
if (isFine && !flags.leave) await rm(folder, { recursive: true, force: true });
process.exit(isFine ? 0 : 1);

async function healthy(): Promise<void> {
  for (const end = Date.now() + 300_000; Date.now() < end; await sleep(500)) {
    const answer = await fetch(`${run.url}/healthz`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`the site did not come up: see ${folder}`);
}
