import { setTimeout as sleep } from "node:timers/promises";
import type { Chance } from "../chance";
import { within } from "../within";

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore format: one line says it
  body: Record<string, unknown> & { id?: string; state?: string; code?: string; hint?: string };
}

export interface Client {
  /** Asks until there is an answer: a broken connection and a fault of the site are none, and a limit is waited for. */
  ask(method: string, path: string, given?: Asked): Promise<Answer>;
  /** Asks once; null where the connection broke. */
  once(method: string, path: string, given?: Asked): Promise<Answer | null>;
}

interface Asked {
  json?: unknown;
  body?: () => BodyInit;
  headers?: Record<string, string>;
}

/** What was seen of the site while it was killed. */
export interface Seen {
  requests: number;
  withoutAnswer: number;
  faults: Map<string, number>;
}

const patienceMs = 300_000;

/** A client as a site wishes them: it repeats what it got no answer to. At times it loses an answer by itself. */
export function decentClient(given: { url: string; token: string; chance: Chance; seen: Seen }): Client {
  const { url, token, chance, seen } = given;

  async function once(method: string, path: string, asked: Asked = {}): Promise<Answer | null> {
    seen.requests += 1;
    const answer = await within(chance.is(0.05) ? chance.whole(300) : 30_000, (signal) =>
      send(method, path, asked, signal),
    );
    if (!answer) seen.withoutAnswer += 1;
    return answer;
  }

  async function send(method: string, path: string, asked: Asked, signal: AbortSignal): Promise<Answer> {
    const json = asked.json === undefined ? {} : { "content-type": "application/json" };
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...json, ...asked.headers },
      body: asked.json === undefined ? asked.body?.() : JSON.stringify(asked.json),
      signal,
      duplex: "half",
    } as RequestInit);
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") && text !== "";
    const body = (isJson ? JSON.parse(text) : {}) as Answer["body"];
    return { status: response.status, headers: response.headers, body };
  }

  async function ask(method: string, path: string, asked: Asked = {}): Promise<Answer> {
    for (const end = Date.now() + patienceMs; Date.now() < end; ) {
      const answer = await once(method, path, asked);
      if (answer && answer.status >= 500) {
        const fault = `${answer.status} ${String(answer.body.code ?? "")}`;
        seen.faults.set(fault, (seen.faults.get(fault) ?? 0) + 1);
      } else if (answer && answer.body.code !== "too_many_requests") return answer;
      const wait = /(\d+) s/.exec(String(answer?.body.hint ?? ""))?.[1];
      const isLimit = answer?.body.code === "too_many_requests";
      await sleep(isLimit && wait ? 1000 * Number(wait) : 200 + chance.whole(1300));
    }
    throw new Error(`${method} ${path} had no answer in ${patienceMs / 60_000} minutes`);
  }

  return { ask, once };
}
