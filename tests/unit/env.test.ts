import { describe, expect, test } from "vitest";
import { environmentWithoutSettings, isLoopback, parseEnvironment } from "@/server/env";

describe("the settings", () => {
  test("start needs none of them", () => {
    expect(parseEnvironment({}, "/home/ada/rung")).toMatchObject({
      port: 3000,
      dataDir: "/home/ada/rung/.rung",
      maxModelBytes: 2_147_483_647,
      device: "auto",
      sandbox: "auto",
      databaseUrl: undefined,
      nodeEnv: "development",
    });
  });

  test("an empty value counts as absent", () => {
    expect(parseEnvironment({ PORT: "", DATABASE_URL: "" })).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
    });
  });

  test("the data folder is taken from where the person stands", () => {
    expect(parseEnvironment({ INIT_CWD: "/srv" }, "/opt/rung").dataDir).toBe("/srv/.rung");
    expect(parseEnvironment({ INIT_CWD: "/srv", RUNG_DATA_DIR: "data" }, "/opt/rung").dataDir).toBe(
      "/srv/data",
    );
    expect(parseEnvironment({ INIT_CWD: "/srv", RUNG_DATA_DIR: "/var/rung" }).dataDir).toBe("/var/rung");
  });

  test("models, uploads in progress and test sets lie in the data folder, as those of earlier versions do", () => {
    expect(parseEnvironment({ RUNG_DATA_DIR: "/var/rung" })).toMatchObject({
      modelsDir: "/var/rung/models",
      uploadsDir: "/var/rung/uploads",
      testSetsDir: "/var/rung/test-sets",
    });
  });

  test("folders of their own are taken from where the person stands, and the data folder is out of play", () => {
    const folders = { RUNG_MODELS_DIR: "models", RUNG_TEST_SETS_DIR: "/srv/hidden", RUNG_DATA_DIR: "data" };
    expect(parseEnvironment({ ...folders, INIT_CWD: "/srv" })).toMatchObject({
      modelsDir: "/srv/models",
      uploadsDir: "/srv/models/uploads",
      testSetsDir: "/srv/hidden",
      sandboxDir: "/srv/data/sandbox",
    });
  });

  test.each([
    [{ PORT: "eighty" }, /PORT should be a whole number/],
    [{ PORT: "70000" }, /PORT should be a port from 0/],
    [{ RUNG_MAX_MODEL_BYTES: "2147483648" }, /RUNG_MAX_MODEL_BYTES should be from 1 to 2147483647 bytes/],
    [{ RUNG_DEVICE: "tpu" }, /RUNG_DEVICE should be auto, cuda, webgpu or cpu/],
    [{ RUNG_SANDBOX: "docker" }, /RUNG_SANDBOX should be auto, bwrap, unshare, landlock or none/],
    [{ RUNG_EVALUATES: "none" }, /RUNG_EVALUATES should be both, original or hidden/],
    [{ NEXTAUTH_SECRET: "short" }, /NEXTAUTH_SECRET should be at least 16 characters/],
    [{ NEXTAUTH_URL: "rung" }, /NEXTAUTH_URL should be an address/],
    [{ GITHUB_ID: "a" }, /GITHUB_ID and GITHUB_SECRET only work together/],
  ])("%o is refused, naming the setting", (record, sentence) => {
    expect(() => parseEnvironment(record)).toThrow(sentence);
  });

  test("a refusal never repeats the value, which may hold a password", () => {
    const wrong = { DATABASE_URL: "mysql://root:hunter2@host/db" };
    expect(() => parseEnvironment(wrong)).toThrow(/DATABASE_URL/);
    expect(() => parseEnvironment(wrong)).not.toThrow(/hunter2/);
  });
});

describe("the local sign-in", () => {
  const laptop = { RUNG_LOCAL_SIGN_IN: "1", WEB_DATABASE_URL: "postgres://web:x@127.0.0.1:5/rung" };

  test("exists when the site says that it listens on loopback and nothing speaks of production", () => {
    expect(parseEnvironment(laptop).localSignInAllowed).toBe(true);
    expect(parseEnvironment({ ...laptop, NEXTAUTH_URL: "http://127.0.0.1:3000" }).localSignInAllowed).toBe(
      true,
    );
  });

  test("does not exist unless the site says so", () => {
    expect(parseEnvironment({}).localSignInAllowed).toBe(false);
  });

  test.each([
    { DATABASE_URL: "postgres://o:x@db/rung" },
    { WORKER_DATABASE_URL: "postgres://w:x@db/rung" },
    { GITHUB_ID: "a", GITHUB_SECRET: "b" },
    { NEXTAUTH_URL: "https://rung.example.org" },
  ])("does not exist beside %o", (production) => {
    expect(parseEnvironment({ ...laptop, ...production }).localSignInAllowed).toBe(false);
  });

  test("loopback is this machine only", () => {
    expect(["localhost", "127.0.0.1", "127.8.8.8", "::1", "[::1]"].map(isLoopback)).not.toContain(false);
    expect(["0.0.0.0", "::", "10.0.0.1", "127.0.0.1.example.org"].map(isLoopback)).not.toContain(true);
  });
});

test("a child's surroundings hold none of our settings", () => {
  const record = {
    PATH: "/bin",
    DATABASE_URL: "postgres://o:x@h/d",
    NEXTAUTH_SECRET: "s",
    PORT: "1",
    GONE: undefined,
  };
  expect(environmentWithoutSettings(record)).toEqual({ PATH: "/bin" });
});
