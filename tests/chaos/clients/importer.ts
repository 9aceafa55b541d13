import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";
import type { Chance } from "../chance";
import type { Data } from "../make-data";
import { ended, type Run, rung, startRung } from "../product/run-rung";
import { within } from "../within";

/**
 * Imports test sets into a benchmark of its own, and is killed at a random moment most times; then the same is imported until it
 * is there. Before each import a migration of the schema begins, and is killed as often.
 * @returns the names of the test sets that were imported
 */
export async function importAndKill(given: {
  run: Run;
  benchmark: string;
  data: Data;
  chance: Chance;
  sql: () => Promise<postgres.Sql>;
  stopping: AbortSignal;
  onKill: (target: "import" | "migrate") => void;
}): Promise<string[]> {
  const { run, benchmark, data, chance, stopping, onKill } = given;
  const names: string[] = [];
  while (!stopping.aborted && names.length < data.imports.length) {
    const { images, labels } = data.imports[names.length]!;
    const name = `Set ${names.length + 1}`;
    const set = ["--benchmark", benchmark, "--name", name, "--role", "hidden", "--labels", labels];
    await finishes(["migrate"], "migrate");
    await finishes(["testset", "import", images, ...set, "--audit-fraction", "0.25"], "import");
    if (await isImported(given.sql, name)) names.push(name);
    await sleep(chance.waiting(3000));
  }
  return names;

  async function finishes(argv: string[], target: "import" | "migrate"): Promise<void> {
    const child = startRung(run, target, argv);
    const end = ended(child);
    const killing = chance.is(0.7) && sleep(chance.fraction() * 7000).then(() => child.kill("SIGKILL"));
    await end;
    await killing;
    if (child.signalCode === "SIGKILL") onKill(target);
  }
}

/** Whether it is there, whatever the command could still say. */
async function isImported(connect: () => Promise<postgres.Sql>, name: string): Promise<boolean> {
  const rows = await within(10_000, async () => {
    const sql = await connect();
    return await sql`
      select from test_sets t join test_set_versions v on v.test_set_id = t.id where t.name = ${name}`;
  });
  return rows !== null && rows.length > 0;
}

/** What a benchmark needs before anybody can submit to it. */
export async function makeBenchmark(
  run: Run,
  data: Data,
  given: { slug: string; perDay: number; withImages: boolean },
): Promise<void> {
  const { slug, perDay, withImages } = given;
  const classes = ["--classes", data.classesPath, "--input-size", "3,8,8"];
  const quota = ["--per-day", String(perDay), "--lifetime", "1000"];
  await rung(run, ["benchmark", "create", slug, "--name", slug, ...classes, ...quota]);
  if (!withImages) return;
  const imports = [
    ["original", "Original", []],
    ["hidden", "New", ["--audit-fraction", "0.25"]],
  ] as const;
  for (const [role, name, more] of imports) {
    const { images, labels } = data.sets[slug]![role];
    const set = ["--benchmark", slug, "--name", name, "--role", role, "--labels", labels];
    await rung(run, ["testset", "import", images, ...set, ...more]);
  }
}
