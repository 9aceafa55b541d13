import { once } from "node:events";
import { expect } from "vitest";
import { shapesTest as test, until } from "./shapes-test";
import { kill, startWorker } from "./start-worker";

test("a worker told to stop in the hidden part is not lost: the next one takes it up, and no error is logged", {
  timeout: 240_000,
}, async ({ site, submitted: { id } }) => {
  const row = async () => (await site.sql`select * from submissions where id = ${id}`)[0]!;
  const run = async () => (await site.sql`select * from guarded.hidden_runs`)[0];
  let said = "";
  for (let restart = 0; restart < 2; restart += 1) {
    const worker = await startWorker(site);
    worker.stdout!.on("data", (part) => (said += part));
    await until(async () => (await run())?.attempts === 1);
    const gone = once(worker, "exit");
    worker.kill("SIGTERM");
    expect(await gone).toEqual([0, null]);
    expect(await run()).toMatchObject({ attempts: 0, ready_at: null });
  }
  expect(said).not.toContain("told to stop");
  expect(said).not.toMatch(/"level":[56]0/);

  const last = await startWorker(site);
  await until(async () => (await row()).state === "scored");
  await kill(last);
});
