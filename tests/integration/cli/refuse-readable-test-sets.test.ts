import { execFile } from "node:child_process";
import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { refuseReadableTestSets } from "@/server/cli/processes/refuse-readable-test-sets";
import { environmentWithoutSettings, parseEnvironment } from "@/server/env";
import { folderTest } from "../../fixtures/folder-test";

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;
const production = {
  WEB_DATABASE_URL: "postgres://rung_web:x@127.0.0.1:1/rung",
  NEXTAUTH_URL: "https://rung.example.org",
  NEXTAUTH_SECRET: "a secret of this test alone",
};

const test = folderTest
  .extend("testSets", { auto: true }, async ({ folder }, { onCleanup }) => {
    const testSets = join(folder, "test-sets");
    await chmod(folder, 0o755);
    await mkdir(join(testSets, "versions"), { recursive: true });
    await writeFile(join(testSets, "versions", "labels.bin"), "secret");
    // Whoever is not root can remove only what they may enter.
    onCleanup(async () => {
      await chmod(testSets, 0o700);
      await chmod(join(testSets, "versions"), 0o700);
    });
    return testSets;
  })
  .extend("check", ({ folder }) => (record: Record<string, string>) => {
    return refuseReadableTestSets(parseEnvironment({ RUNG_DATA_DIR: folder, ...record }));
  });

/** Runs `work` as a user who does not own the folder where this one reads everything, and as this one otherwise. */
async function asStranger(work: () => Promise<void>) {
  if (isRoot) process.seteuid!(nobody);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid!(0);
  }
}

test("`rung web` does not start in production where it could read the test sets, and says what to do", async ({
  folder,
  testSets,
}) => {
  const env = {
    ...environmentWithoutSettings(),
    NODE_ENV: "production" as const,
    RUNG_DATA_DIR: folder,
    ...production,
  };
  const argv = ["--import", "tsx", "server/cli/main.ts", "web"];
  const ended = await new Promise<{ code: unknown; words: string }>((resolve) => {
    execFile(process.execPath, argv, { env }, (error, _, words) => resolve({ code: error?.code, words }));
  });
  expect(ended.code).toBe(1);
  expect(ended.words).toContain(`NEXTAUTH_URL says that others use this site`);
  expect(ended.words).toContain(`could read the test sets in ${testSets}`);
  expect(ended.words.includes("it runs as root")).toBe(isRoot);
  expect(ended.words).toContain("SECURITY.md");
});

test("a folder of test sets that it may enter is refused, whatever the modes inside", async ({
  testSets,
  check,
}) => {
  await chmod(join(testSets, "versions"), 0o000);
  await chmod(testSets, 0o711);
  await asStranger(() => expect(check(production)).rejects.toMatchObject({ code: "not_configured" }));
});

test("a folder that it may not enter, or that is not there, lets it start", async ({
  folder,
  testSets,
  check,
}) => {
  await chmod(testSets, isRoot ? 0o700 : 0o000);
  await asStranger(() => expect(check(production)).resolves.toBeUndefined());
  await expect(check({ ...production, RUNG_TEST_SETS_DIR: join(folder, "absent") })).resolves.toBeUndefined();
});

test("without a production setting, as on a laptop, nothing is refused", async ({ check }) => {
  await expect(check({})).resolves.toBeUndefined();
});
