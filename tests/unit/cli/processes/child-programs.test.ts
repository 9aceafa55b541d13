import { expect, test } from "vitest";
import { siteProgram, workerProgram } from "@/server/cli/processes/child-programs";
import { parseEnvironment } from "@/server/env";

const secrets = {
  DATABASE_URL: "postgres://owner:o@db/rung",
  WORKER_DATABASE_URL: "postgres://worker:w@db/rung",
  RUNG_TOKEN: "rung_token",
};
const site = {
  host: "127.0.0.1",
  port: 3000,
  webUrl: "postgres://web:x@db/rung",
  nextAuthSecret: "s".repeat(32),
};

test("the site is not told the owner's or the worker's database address", () => {
  const { environment } = siteProgram({ ...site, environment: parseEnvironment(secrets) });
  expect(environment.WEB_DATABASE_URL).toBe("postgres://web:x@db/rung");
  expect(Object.values(environment).join()).not.toMatch(/owner:o|worker:w|rung_token/);
});

test("the site is told where the models are, and of no folder that holds a test set", () => {
  const given = parseEnvironment({ RUNG_DATA_DIR: "/var/rung", RUNG_TEST_SETS_DIR: "/srv/hidden" });
  const { environment } = siteProgram({ ...site, environment: given });
  const folders = Object.entries(environment).filter(([name]) => /^RUNG_.*_DIR$/.test(name));
  expect(Object.fromEntries(folders)).toEqual({
    RUNG_MODELS_DIR: "/var/rung/models",
    RUNG_UPLOADS_DIR: "/var/rung/uploads",
  });
});

test("a worker opens the very folders that its parent was told of", () => {
  const given = parseEnvironment({
    RUNG_DATA_DIR: "/var/rung",
    RUNG_MODELS_DIR: "/srv/models",
    RUNG_TEST_SETS_DIR: "/srv/hidden",
  });
  const { environment } = workerProgram(given, "postgres://worker:w@db/rung");
  const { modelsDir, testSetsDir, sandboxDir } = given;
  expect(parseEnvironment(environment)).toMatchObject({ modelsDir, testSetsDir, sandboxDir });
});

test("a worker is told the worker's database address alone, and no secret of the site's", () => {
  const given = parseEnvironment({
    ...secrets,
    NEXTAUTH_SECRET: "n".repeat(32),
    GITHUB_ID: "i",
    GITHUB_SECRET: "g",
  });
  const { environment } = workerProgram(given, "postgres://worker:w@db/rung");
  const addresses = Object.keys(environment).filter((name) => name.endsWith("DATABASE_URL"));
  expect(addresses).toEqual(["WORKER_DATABASE_URL"]);
  expect(environment).not.toHaveProperty("NEXTAUTH_SECRET");
  expect(environment).not.toHaveProperty("GITHUB_SECRET");
});

test.each([
  ["on a laptop", {}, "127.0.0.1", "1"],
  ["not where others can reach it", {}, "0.0.0.0", undefined],
  ["not beside a production setting", { DATABASE_URL: "postgres://o:x@db/rung" }, "127.0.0.1", undefined],
])("the site may offer the local sign-in: %s", (_, record, host, offered) => {
  const { environment } = siteProgram({ ...site, host, environment: parseEnvironment(record) });
  expect(environment.RUNG_LOCAL_SIGN_IN).toBe(offered);
});
