import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Chance } from "../chance";
import type { Data } from "../make-data";
import type { Answer, Client } from "./decent-client";
import type { Intent } from "./intent";
import { sendUpload } from "./send-upload";

const atOnce = 3;
const moving = ["inspecting", "queued", "evaluating", "awaiting-approval"];

/** A team that submits models until it is told to stop, and then waits for the end of each. */
export async function playTeam(given: {
  team: string;
  client: Client;
  benchmarks: string[];
  data: Data;
  chance: Chance;
  intents: Intent[];
  stopping: AbortSignal;
  /** What should never have been answered. */
  wrong: (words: unknown) => void;
}): Promise<void> {
  const { team, client, data, chance, stopping, wrong } = given;
  const underway = new Set<Promise<void>>();
  while (!stopping.aborted) {
    await sleep(chance.waiting(5000));
    if (stopping.aborted || underway.size >= atOnce) continue;
    if (chance.is(0.15)) await sendInVain(client, chance, given.benchmarks[0]!).catch(wrong);
    const intent: Intent = {
      key: randomUUID(),
      team,
      benchmark: chance.oneOf(given.benchmarks),
      model: chance.is(0.06) ? null : chance.whole(data.models.length),
      asks: chance.is(0.3),
      id: null,
      alreadyScored: false,
      refused: null,
      withdrawn: false,
      ended: null,
    };
    given.intents.push(intent);
    const one = pursue(client, intent, data, chance)
      .catch((error: unknown) => wrong(`${team}, ${intent.key}: ${String(error)}`))
      .finally(() => underway.delete(one));
    underway.add(one);
  }
  await Promise.all(underway);
}

/** Sends bytes that are never submitted, and removes some of them half sent: the site has to get rid of the rest. */
async function sendInVain(client: Client, chance: Chance, benchmark: string): Promise<void> {
  const bytes = Uint8Array.from({ length: 200_000 }, () => chance.whole(256));
  await sendUpload(client, bytes, { benchmark, asks: true, chance, givesUp: chance.is(0.5) });
}

/** Sends the model, submits it, and follows it to its end. */
async function pursue(client: Client, intent: Intent, data: Data, chance: Chance): Promise<void> {
  const path = intent.model === null ? data.broken : data.models[intent.model]!;
  const bytes = await readFile(path);
  const declaration = {
    benchmark: intent.benchmark,
    name: `model ${intent.model ?? "without sense"}`,
    ...(intent.asks && { goOn: "ask" }),
  };
  const headers = { "idempotency-key": intent.key };
  const answer = chance.is(0.3)
    ? await client.ask("POST", "/submissions", { headers, body: () => formOf(bytes, declaration) })
    : await submitUpload();
  if (answer.status === 429) {
    intent.refused = String(answer.body.code);
    return;
  }
  if (answer.body.id === undefined)
    throw new Error(`${answer.status} ${String(answer.body.code)} ${String(answer.body.detail)}`);
  intent.id = answer.body.id;
  intent.alreadyScored = answer.body.alreadyScored === true;
  if (intent.alreadyScored) return;
  await follow(client, intent, chance);

  async function submitUpload(): Promise<Answer> {
    const sent = await sendUpload(client, bytes, { benchmark: intent.benchmark, asks: intent.asks, chance });
    if ("refused" in sent) return sent.refused;
    return client.ask("POST", "/submissions", { headers, json: { ...declaration, upload: sent.id } });
  }
}

function formOf(bytes: Uint8Array<ArrayBuffer>, declaration: object): FormData {
  const form = new FormData();
  form.set("metadata", JSON.stringify(declaration));
  form.set("model", new Blob([bytes]), "model.onnx");
  return form;
}

async function follow(client: Client, intent: Intent, chance: Chance): Promise<void> {
  const path = `/submissions/${intent.id}`;
  const withdrawsAt = chance.is(0.08) ? Date.now() + chance.fraction() * 15_000 : Number.POSITIVE_INFINITY;
  for (;;) {
    const { status, body } = await client.ask("GET", path);
    if (status !== 200) throw new Error(`submission ${intent.id} was accepted, and then ${status}`);
    if (body.state === "waiting-for-you") {
      if (chance.is(0.2)) intent.withdrawn = (await client.ask("DELETE", path)).status === 204;
      // Where the quota is spent meanwhile it cannot go on: it is withdrawn at no cost.
      else if ((await client.ask("POST", `${path}/go-on`)).status === 429)
        intent.withdrawn = (await client.ask("DELETE", path)).status === 204;
    } else if (!moving.includes(body.state!)) {
      intent.ended = body.state!;
      return;
    } else if (Date.now() > withdrawsAt) {
      intent.withdrawn ||= (await client.ask("DELETE", path)).status === 204;
    }
    await sleep(1500 + chance.whole(1500));
  }
}
