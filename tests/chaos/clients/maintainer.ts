import { setTimeout as sleep } from "node:timers/promises";
import type postgres from "postgres";
import type { Chance } from "../chance";
import { within } from "../within";
import type { Client } from "./decent-client";

/**
 * A maintainer: approves first releases that wait and declines a few, has parked evaluations taken up again, asks for a repeat or to
 * void a decision now and then.
 * @param acts counts what was done
 */
export async function playMaintainer(given: {
  client: Client;
  sql: () => Promise<postgres.Sql>;
  chance: Chance;
  acts: Map<string, number>;
  stopping: AbortSignal;
}): Promise<void> {
  const { client, chance, acts, stopping } = given;
  const act = async (name: string, path: string, json?: unknown) => {
    const { status } = await client.ask("POST", path, { json: json ?? {} });
    if (status < 300) acts.set(name, (acts.get(name) ?? 0) + 1);
  };
  while (!stopping.aborted) {
    await sleep(1500 + chance.whole(2000));
    const waiting = await client.ask("GET", "/first-releases");
    const rows = (waiting.body.rows ?? []) as { id: string }[];
    for (const { id } of rows) {
      if (chance.is(0.5)) continue;
      const declines = chance.is(0.1);
      await act(declines ? "declined" : "approved", `/first-releases/${declines ? "decline" : "approve"}`, {
        ids: [id],
      });
    }
    for (const id of await idsOf(given.sql, "parked_at is not null and state = 'evaluating'"))
      await act("resumed", `/submissions/${id}/resume`);
    const decided = await idsOf(given.sql, "state = 'scored' and kind = 'entry' and decision is not null");
    if (decided.length === 0) continue;
    if (chance.is(0.05)) await act("repeats", `/submissions/${chance.oneOf(decided)}/repeat`);
    if (chance.is(0.05))
      await act("voids asked", `/submissions/${chance.oneOf(decided)}/void`, { reason: "a worker was lost" });
  }
}

/** None where the database does not answer just now. */
async function idsOf(connect: () => Promise<postgres.Sql>, condition: string): Promise<string[]> {
  const rows = await within(10_000, async () => {
    const sql = await connect();
    return await sql.unsafe<{ id: string }[]>(`select id from submissions where ${condition}`);
  });
  return rows?.map(({ id }) => id) ?? [];
}
