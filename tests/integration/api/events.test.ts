import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { GET as benchmarkEvents } from "@/app/api/v1/benchmarks/[slug]/events/route";
import { GET as submissionEvents } from "@/app/api/v1/submissions/[id]/events/route";
import { submissions } from "@/db/schema";
import { authorise } from "@/server/auth/authorise";
import { refreshFits } from "@/server/leaderboards/fit/refresh-fits";
import { importReferences } from "@/server/references/import-references";
import { makeBenchmark } from "../../factories/make-benchmark";
import { makeSubmission } from "../../factories/make-submission";
import { visitor, withToken } from "./visitor";
import { webTest } from "./web-test";

const test = webTest()
  .extend("benchmark", { scope: "file" }, ({ site }) => makeBenchmark(site))
  .extend("newSubmission", { scope: "file" }, ({ site, benchmark, ada }) => () => {
    return makeSubmission(site, { benchmark, viewer: authorise(ada.viewer, "researcher") });
  })
  .extend("move", { scope: "file" }, ({ site }) => {
    return (id: string, changes: Partial<typeof submissions.$inferInsert>) =>
      site.owner.db.update(submissions).set(changes).where(eq(submissions.id, id));
  });

/** Reads a stream of events; `next` gives the next one, or null when none comes within the time. */
function listen(response: Response) {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const readEvent = async (): Promise<{ event: string; data: unknown } | null> => {
    for (;;) {
      const match = /event: (.*)\ndata: (.*)\n\n/.exec(text);
      if (match) {
        text = text.slice(match.index + match[0].length);
        return { event: match[1]!, data: JSON.parse(match[2]!) };
      }
      const { done, value } = await reader.read();
      if (done) return null;
      text += value;
    }
  };
  let pending: ReturnType<typeof readEvent> | undefined;
  return {
    async next(withinMs = 3000) {
      pending ??= readEvent();
      const late = new Promise<null>((done) => setTimeout(done, withinMs, null));
      const event = await Promise.race([pending, late]);
      if (event) pending = undefined;
      return event;
    },
    /** Passes over what was sent before: the connection's own "look again". */
    async settle() {
      while (await this.next(700));
    },
    close: () => reader.cancel(),
  };
}

test("whoever watches a submission is told that it moved: its id, and nothing else", async ({
  ada,
  newSubmission,
  move,
}) => {
  const id = await newSubmission();
  const response = await withToken(ada.token)(submissionEvents, { params: { id } });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const events = listen(response);
  await events.settle();
  await move(id, { state: "evaluating", originalDone: 7 });
  expect(await events.next()).toEqual({ event: "submission", data: { id } });
  await events.close();
});

test("a burst of moves is told in a few events, the last move included", async ({
  ada,
  newSubmission,
  move,
}) => {
  const id = await newSubmission();
  const events = listen(await withToken(ada.token)(submissionEvents, { params: { id } }));
  await events.settle();
  for (let done = 0; done < 60; done += 1) await move(id, { originalDone: done });
  const before = Date.now();
  await move(id, { originalDone: 1000 });
  let count = 0;
  let last = 0;
  while (await events.next(800)) {
    count += 1;
    last = Date.now();
  }
  expect(count).toBeGreaterThanOrEqual(1);
  expect(count).toBeLessThan(12);
  expect(last).toBeGreaterThanOrEqual(before);
  await events.close();
});

test("nobody watches a submission that is not theirs to see", async ({ site, newSubmission }) => {
  const id = await newSubmission();
  const bob = await site.person("bob");
  for (const ask of [withToken(bob.token), visitor()]) {
    expect((await ask(submissionEvents, { params: { id } })).status).toBe(404);
  }
});

test("a benchmark's watchers hear of a submission when it appears in public, and not before", async ({
  benchmark,
  newSubmission,
  move,
}) => {
  const id = await newSubmission();
  const events = listen(await visitor()(benchmarkEvents, { params: { slug: benchmark.slug } }));
  await events.settle();
  await move(id, { state: "evaluating", originalDone: 500 });
  await move(id, { hiddenClaimedAt: new Date(), hiddenDueAt: new Date() });
  expect(await events.next(1500)).toBeNull();
  await move(id, { state: "scored", decision: "held", endedAt: new Date() });
  expect(await events.next()).toEqual({ event: "benchmark", data: { slug: benchmark.slug } });
  await events.close();
});

test("a benchmark's watchers hear nothing of another benchmark", async ({ site, newSubmission, move }) => {
  const other = await makeBenchmark(site);
  const id = await newSubmission();
  const events = listen(await visitor()(benchmarkEvents, { params: { slug: other.slug } }));
  await events.settle();
  await move(id, { state: "scored", decision: "held", endedAt: new Date() });
  expect(await events.next(1500)).toBeNull();
  await events.close();
});

test("a benchmark's watchers hear of an import when its fits are stored, and nobody else's do", async ({
  site,
  benchmark,
}) => {
  const other = await makeBenchmark(site);
  const events = listen(await visitor()(benchmarkEvents, { params: { slug: benchmark.slug } }));
  const others = listen(await visitor()(benchmarkEvents, { params: { slug: other.slug } }));
  await Promise.all([events.settle(), others.settle()]);
  const results = ["Original", "New"].map((testSet) => ({ testSet, correct: 700, total: 1000 }));
  const models = [{ name: "a reference", results }];
  await importReferences({ ctx: site.owner, input: { benchmark: benchmark.slug, models } });
  await refreshFits({ ctx: site.worker, input: { benchmarkId: benchmark.id } });
  expect(await events.next()).toEqual({ event: "benchmark", data: { slug: benchmark.slug } });
  expect(await others.next(1500)).toBeNull();
  await Promise.all([events.close(), others.close()]);
});

test("all watchers of a process share one connection that listens", async ({ site, ada, newSubmission }) => {
  const id = await newSubmission();
  const all = await Promise.all(
    Array.from({ length: 20 }, async () =>
      listen(await withToken(ada.token)(submissionEvents, { params: { id } })),
    ),
  );
  await all[0]!.settle();
  const [row] = await site.sql`
    select count(*)::int as listening from pg_stat_activity
    where datname = current_database() and usename = 'rung_web' and query ilike 'listen%'`;
  expect(row!.listening).toBe(1);
  await Promise.all(all.map((events) => events.close()));
});

test("watchers who may have missed something while the connection was lost are told to look again", async ({
  site,
  ada,
  newSubmission,
  move,
}) => {
  const id = await newSubmission();
  const events = listen(await withToken(ada.token)(submissionEvents, { params: { id } }));
  await events.settle();
  await site.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and usename = 'rung_web' and query ilike 'listen%'`;
  expect(await events.next(10_000)).toEqual({ event: "submission", data: { id } });
  await move(id, { originalDone: 3 });
  expect(await events.next()).toEqual({ event: "submission", data: { id } });
  await events.close();
});
