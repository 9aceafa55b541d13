import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          // No test here mocks a module, so files may share them, which halves the time.
          pool: "threads",
          isolate: false,
          maxWorkers: 2,
          // No clock: a busy machine can only make a test slower. Heavy simulations are integration tests.
          testTimeout: 0,
          hookTimeout: 0,
        },
      },
      {
        extends: true,
        test: {
          // Keeps the machine busy on purpose, so nothing else should run meanwhile. No clock here either.
          name: "busy",
          include: ["tests/busy/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 0,
          hookTimeout: 0,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/integration/global-setup.ts"],
          // Only what hangs runs into this: beside a heavy load the slowest tests have taken six minutes.
          testTimeout: 1_800_000,
          hookTimeout: 1_800_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
