import { setTimeout as realSleep } from "node:timers/promises";
import postgres from "postgres";
import { vi } from "vitest";
import { siteUrl } from "../api/open-test-site";
import { placesOfSite } from "./addresses";
import type { Base } from "./base";

const sentinel = "00000000-0000-4000-8000-000000000000";

const siteChannels = ["rung_submission", "rung_benchmark"] as const;
/** Looks at a submission, because of a notification, that are not answered yet. */
const pending = { looks: 0 };

/** Before the site's modules are imported: events are counted as they come, not joined by the machine's clock. */
export function tellEventsAtOnce() {
  vi.doMock("@/server/api/events/at-most-every", () => ({
    atMostEvery: (_: number, act: () => void) => ({ call: act, cancel() {} }),
  }));
  vi.doMock("@/server/api/events/submission-in-public", async (original) => {
    const real = await original<typeof import("@/server/api/events/submission-in-public")>();
    return {
      submissionInPublic: async (...given: Parameters<typeof real.submissionInPublic>) => {
        pending.looks += 1;
        return await real.submissionInPublic(...given).finally(() => (pending.looks -= 1));
      },
    };
  });
}

/** Everything that a world says by itself: events to whoever may listen, notifications in the database, lines of the site's log. */
export async function watchWorld({ base, webUrl }: { base: Base; webUrl: string }) {
  const said = new Map<string, string>();
  const note = (from: string, what: string) =>
    void said.set(from, `${said.get(from) ?? ""}${new Date().toISOString()} ${what}\n`);

  const sql = postgres(webUrl, { max: 2 });
  let reached = () => {};
  const channels = await channelsOf(sql);
  for (const channel of channels) {
    await sql.listen(channel, (payload) =>
      payload === sentinel ? reached() : note(`NOTIFY ${channel}`, payload),
    );
  }
  const { watchChannel } = await import("@/server/api/events/watch-channel");
  const heard = new Set<string>();
  const unwatch = siteChannels.map((channel) =>
    watchChannel(channel, (id) => void (id === sentinel && heard.add(channel))),
  );

  /** Waits until everything that was sent so far has arrived, here and in the site. */
  async function flush() {
    heard.clear();
    const arrived = new Promise<void>((resolve) => (reached = resolve));
    while (heard.size < siteChannels.length) {
      for (const channel of siteChannels) if (!heard.has(channel)) await sql.notify(channel, sentinel);
      await realSleep(2);
    }
    await arrived;
    while (pending.looks > 0) await realSleep(1);
    await realSleep(4);
  }

  await flush();
  const streams = await openStreams(base, note);
  const write = vi.spyOn(process.stderr, "write").mockImplementation((line) => {
    note("log", String(line));
    return true;
  });

  return {
    said,
    flush,
    async close() {
      write.mockRestore();
      for (const stop of unwatch) stop();
      await Promise.all(streams.map((stop) => stop()));
      await sql.end();
    },
  };
}

/** The channels that the database's functions notify, that our verbs do, and the queue's own. */
async function channelsOf(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql`select prosrc from pg_proc where prosrc like '%pg_notify%'`;
  const named = rows.flatMap(({ prosrc }) =>
    [...(prosrc as string).matchAll(/pg_notify\('(\w+)'/g)].map(([, name]) => name!),
  );
  const [queue] = await sql`select 'pgboss_' || left(encode(sha224('pgboss'::bytea), 'hex'), 24) as name`;
  return [...new Set([...named, ...siteChannels, queue!.name as string])];
}

/** Every stream of events that the site has, as everybody who is let in. */
async function openStreams(base: Base, note: (from: string, what: string) => void) {
  const stops: (() => Promise<void>)[] = [];
  for (const place of placesOfSite().filter(({ pattern }) => pattern.endsWith("/events"))) {
    const { GET } = (await import(/* @vite-ignore */ place.file)) as {
      GET: (request: Request, route: { params: Promise<object> }) => Promise<Response>;
    };
    const subjects = place.pattern.includes("{slug}")
      ? [{ slug: base.benchmark.slug }]
      : Object.values(base.ids).map((id) => ({ id }));
    for (const params of subjects) {
      for (const eyes of ["anybody", "ada", "bob"] as const) {
        const headers = new Headers({ host: "127.0.0.1:3000" });
        if (eyes !== "anybody") headers.set("authorization", `Bearer ${base.people[eyes].token}`);
        const from = `${eyes} listens to ${place.pattern} ${Object.values(params)[0]}`;
        const response = await GET(new Request(siteUrl, { headers }), { params: Promise.resolve(params) });
        note(from, `${response.status}`);
        if (response.ok) stops.push(readStream(response, (text) => note(from, text)));
        else await response.body?.cancel();
      }
    }
  }
  return stops;
}

function readStream(response: Response, hear: (text: string) => void): () => Promise<void> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const reading = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (!value.startsWith(":")) hear(value);
    }
  })();
  return async () => {
    await reader.cancel();
    await reading;
  };
}
