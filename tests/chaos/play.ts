import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";
import { chance } from "./chance";
import { type Client, decentClient, type Seen } from "./clients/decent-client";
import { importAndKill } from "./clients/importer";
import type { Intent } from "./clients/intent";
import { playMaintainer } from "./clients/maintainer";
import { playTeam } from "./clients/team";
import type { Data } from "./make-data";
import { killAtRandom, type Target } from "./product/killer";
import type { Run } from "./product/run-rung";
import type { Supervised } from "./product/supervised";
import { within } from "./within";

/** Two benchmarks that teams submit to, one with a quota that is soon spent, and one that is only imported into. */
export const benchmarks = { ample: "ample", scarce: "scarce", imports: "imports" } as const;
export const submittedTo = [benchmarks.ample, benchmarks.scarce];

export interface Played {
  intents: Intent[];
  seen: Seen;
  kills: Map<Target | "import" | "migrate", number>;
  acts: Map<string, number>;
  wrong: string[];
  imported: string[];
}

/**
 * Teams submit, a maintainer acts, test sets are imported, and all the while things are killed; then everything is left alone until
 * each team has seen the end of all that it began.
 */
export async function play(given: {
  run: Run;
  seed: number;
  data: Data;
  tokens: Map<string, string>;
  start: Supervised;
  workers: Supervised[];
  connect: () => Promise<postgres.Sql>;
  kills: number;
  until: number;
}): Promise<Played> {
  const { run, seed, data, connect } = given;
  const seen: Seen = { requests: 0, withoutAnswer: 0, faults: new Map() };
  const played: Played = {
    intents: [],
    seen,
    kills: new Map(),
    acts: new Map(),
    wrong: [],
    imported: [],
  };
  const wrong = (words: unknown) => void played.wrong.push(String(words));
  const onKill = (target: Target | "import" | "migrate") =>
    void played.kills.set(target, (played.kills.get(target) ?? 0) + 1);
  const [teamsStop, allStop] = [new AbortController(), new AbortController()];
  const clientOf = (user: string, stream: number): Client =>
    decentClient({ url: run.url, token: given.tokens.get(user)!, chance: chance(seed, stream), seen });
  const teams = [...given.tokens.keys()].filter((user) => user !== "keeper");
  const playing = teams.map((team, index) => {
    const own = { team, client: clientOf(team, 100 + index), chance: chance(seed, 200 + index) };
    const where = [benchmarks.ample, benchmarks.ample, benchmarks.scarce];
    return playTeam({
      ...own,
      benchmarks: where,
      data,
      intents: played.intents,
      stopping: teamsStop.signal,
      wrong,
    });
  });
  const maintaining = playMaintainer({
    client: clientOf("keeper", 2),
    sql: connect,
    chance: chance(seed, 3),
    acts: played.acts,
    stopping: allStop.signal,
  }).catch(wrong);
  const importing = importAndKill({
    run,
    benchmark: benchmarks.imports,
    data,
    chance: chance(seed, 4),
    sql: connect,
    stopping: teamsStop.signal,
    onKill,
  });
  await killAtRandom(run, { ...given, chance: chance(seed, 5), onKill });
  teamsStop.abort();
  played.imported = await importing;
  await Promise.all(playing);
  await nothingToDo(connect);
  allStop.abort();
  await maintaining;
  return played;
}

/** Waits until no job is left, three minutes at most: what is left then is found as a leftover. */
async function nothingToDo(connect: () => Promise<postgres.Sql>): Promise<void> {
  for (const end = Date.now() + 180_000; Date.now() < end; await sleep(1000)) {
    const rows = await within(10_000, async () => {
      const sql = await connect();
      return await sql`
        select from pgboss.job where name not like '\\_\\_%' and state in ('created', 'retry', 'active')`;
    });
    if (rows?.length === 0) return;
  }
}
