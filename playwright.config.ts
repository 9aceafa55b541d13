import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./tests/e2e/browser";

// This file is read again in every worker process: the first reading decides.
process.env.RUNG_E2E_DATA ??= mkdtempSync(join(tmpdir(), "rung-e2e-"));
process.env.RUNG_E2E_PORT ??= String(20_000 + Math.floor(Math.random() * 20_000));
const baseURL = `http://127.0.0.1:${process.env.RUNG_E2E_PORT}`;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  // Only what hangs runs into these: on a busy machine everything is slower and nothing is different.
  timeout: 900_000,
  expect: { timeout: 120_000 },
  retries: 0,
  reporter: "list",
  globalTeardown: "./tests/e2e/remove-data.ts",
  use: { baseURL, launchOptions: await findBrowser(), trace: "retain-on-failure" },
  webServer: {
    command: "exec node --import tsx server/cli/main.ts start",
    url: `${baseURL}/benchmarks/shapes`,
    timeout: 1_800_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    env: { RUNG_DATA_DIR: process.env.RUNG_E2E_DATA, PORT: process.env.RUNG_E2E_PORT },
  },
});
