import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { getBenchmark } from "@/server/leaderboards/get-benchmark";
import { getLeaderboard } from "@/server/leaderboards/get-leaderboard";
import { seedLeaderboard } from "../../fixtures/seed-leaderboard";
import { sharedSiteTest } from "../../fixtures/shared-site-test";
import { query } from "../leaderboards/query";

const test = sharedSiteTest
  .extend("folder", { scope: "file" }, ({ site }) => site.dataDir)
  .extend("benchmark", { scope: "file", auto: true }, ({ site }) => {
    return seedLeaderboard(site.owner.db, { slug: "commanded" });
  })
  /** Runs `rung reference import` as an operator does: exit code, standard output as JSON, standard error. */
  .extend("referenceImport", { scope: "file" }, ({ site, folder }) => {
    return async (file: string, text: string, ...more: string[]) => {
      await writeFile(join(folder, file), text);
      const command = ["--import", "tsx", "server/cli/main.ts", "reference", "import", file];
      const argv = [...command, "--benchmark", "commanded", ...more];
      const env = { ...process.env, DATABASE_URL: site.database.ownerUrl, INIT_CWD: folder };
      return new Promise<{ code: number; answer: unknown; words: string }>((resolve) => {
        execFile(process.execPath, argv, { env }, (error, stdout, stderr) => {
          const code = typeof error?.code === "number" ? error.code : 0;
          resolve({ code, answer: stdout ? JSON.parse(stdout) : null, words: stderr });
        });
      });
    };
  });

test("our own CSV comes in, row by row, and makes the test set that it is about", async ({
  site,
  referenceImport,
}) => {
  const csv = "name,original,new\nmodel a,0.9,0.8\nmodel b,91,0.7\nmodel c,0.7,0.6\n";
  const first = await referenceImport(
    "own.csv",
    csv,
    "--test-set",
    "Newer",
    "--not-in-fit",
    "model c",
    "--reason",
    "kin",
  );
  expect(first.answer).toEqual({
    imported: 2,
    changed: 0,
    unchanged: 0,
    skipped: [{ row: 2, reason: "accuracy: percent given where a fraction is expected" }],
  });
  expect(first.words).toContain('created the test set "Newer", which shows published results only');
  expect(first.code).toBe(0);
  const { testSets } = await getBenchmark({ ctx: site.web, input: { slug: "commanded" } });
  expect(testSets.at(-1)).toMatchObject({ name: "Newer", evaluable: false, primary: false });
  const { rows } = await getLeaderboard({ ctx: site.web, input: query("commanded", { testSet: "Newer" }) });
  expect(
    rows.map(({ name, new: fresh, notInFit }) => [name, fresh?.kind, fresh?.accuracy, notInFit]),
  ).toEqual([
    ["model a", "printed", 0.8, null],
    ["model c", "printed", 0.6, "kin"],
  ]);
  const misspelt = await referenceImport("own.csv", csv, "--test-set", "Newer", "--not-in-fit", "model d");
  expect(misspelt).toMatchObject({ code: 1, words: expect.stringContaining('named "model d"') });
  const again = await referenceImport("own.csv", csv.replace("0.9,0.8", "0.9,0.81"), "--test-set", "Newer");
  expect(again.answer).toMatchObject({ imported: 0, changed: 1, unchanged: 1 });
});

test("timm's two files are joined, and the new accuracy comes from the right one", async ({
  site,
  folder,
  referenceImport,
}) => {
  const header = "model,img_size,top1,top1_err,top5,top5_err,param_count,crop_pct,interpolation\n";
  const original = `${header}resnet50,224,80.062,19.938,94.974,5.026,25.56,0.95,bicubic\n`;
  await writeFile(join(folder, "results-imagenet.csv"), original);
  const released = `${header}resnet50,224,68.650,31.35,87.850,12.15,25.56,0.95,bicubic\nlost,224,1,99,2,98,1,1,bicubic\n`;
  const options = ["--test-set", "Matched", "--format", "timm", "--original", "results-imagenet.csv"];
  const { code, answer } = await referenceImport(
    "results-imagenetv2-matched-frequency.csv",
    released,
    ...options,
  );
  expect({ code, answer }).toEqual({
    code: 0,
    answer: {
      imported: 1,
      changed: 0,
      unchanged: 0,
      skipped: [{ row: 2, reason: "not in the file of the original test set at this size" }],
    },
  });
  const input = query("commanded", { testSet: "Matched", search: "resnet50" });
  const { rows } = await getLeaderboard({ ctx: site.web, input });
  expect(rows).toMatchObject([
    {
      name: "resnet50 (224)",
      original: { correct: 40_031, total: 50_000 },
      new: { correct: 6_865, total: 10_000 },
    },
  ]);
});

test("a file in percent alone is refused with exit code 1, and makes nothing", async ({
  site,
  referenceImport,
}) => {
  const { code, answer } = await referenceImport(
    "percent.csv",
    "name,accuracy\na,97\n",
    "--test-set",
    "Percent",
  );
  expect(code).toBe(1);
  expect(answer).toMatchObject({ imported: 0, skipped: [{ row: 1 }] });
  const { testSets } = await getBenchmark({ ctx: site.web, input: { slug: "commanded" } });
  expect(testSets.map((testSet) => testSet.name)).not.toContain("Percent");
});

test("a missing option is a mistake of usage, a missing file is said in words", async ({
  referenceImport,
}) => {
  expect(await referenceImport("own.csv", "name,accuracy\n")).toMatchObject({ code: 2, answer: null });
  const missing = await referenceImport(
    "own.csv",
    "",
    "--test-set",
    "New",
    "--format",
    "timm",
    "--original",
    "none.csv",
  );
  expect(missing).toMatchObject({ code: 1, answer: null });
  expect(missing.words).toContain("There is no file none.csv.");
});
