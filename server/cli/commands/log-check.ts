import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { checkPublicLog, type NotedHead } from "../../audit-log/outside/check-public-log";
import { readNdjson } from "../../audit-log/outside/read-ndjson";
import { isNeeded, type ReplayedPool, replayClosedPool } from "../../audit-log/outside/replay-closed-pool";
import { closedPoolSchema, type OpenedLine, openedLineSchema } from "../../audit-log/public/closed-pools";
import { publicLineSchema } from "../../audit-log/public/public-line";
import { receiptSchema } from "../../audit-log/public/receipts";
import { publishedHeadSchema } from "../../audit-log/published-head";
import { inPlace } from "../in-place";
import type { Io } from "../io";
import { readFromSite } from "../read-from-site";
import { requireFile } from "../require-file";
import { UsageError } from "../usage-error";

type Kept = Parameters<typeof replayClosedPool>[1][number];

/**
 * `rung log check FILE|URL`: checks the public log of a site, or a download of it, without a database: the chain, every published head
 * that is known, receipts, and the ladders of closed pools. Prints `{"lines","head","ok":true,"notYetPublic","pools"}`, or exits with 1 and the first problem.
 */
export async function logCheck(argv: string[], io: Io): Promise<number> {
  const { source, known, secrets } = await readWanted(argv);
  if (!/^https?:/.test(source)) await requireFile(inPlace(source));
  const site = URL.canParse(source) && /^https?:/.test(source) ? readFromSite(source) : null;
  if (site) known.heads.push(...(await site.json("/log/heads", z.array(publishedHeadSchema))));
  const pools = site
    ? (await site.json("/log/pools", z.array(closedPoolSchema))).map(({ pool }) => pool)
    : [];
  const opened = new Map<string, Map<number, OpenedLine>>();
  for (const pool of pools) opened.set(pool, await collect(site!.chunks(`/log/pools/${pool}`)));
  if (secrets) opened.set(secrets.pool, await collect(createReadStream(secrets.path)));
  const kept = new Map<string, Kept[]>([...opened.keys()].map((pool) => [pool, []]));
  const chunks = site ? site.chunks("/log") : createReadStream(inPlace(source));
  const found = await checkPublicLog(readNdjson(chunks, publicLineSchema), known, (line, fields) => {
    for (const [pool, lines] of kept) if (isNeeded(pool, fields)) lines.push({ line, fields });
  });
  const replayed: ({ pool: string } & ReplayedPool)[] = [];
  for (const [pool, lines] of found.problem ? [] : kept)
    replayed.push({ pool, ...(await replayClosedPool(pool, lines, opened.get(pool)!)) });
  const problem = found.problem ?? replayed.flatMap((one) => ("problem" in one ? [one.problem] : []))[0];
  if (problem) {
    io.stderr(`error: The log does not check: ${problem} (after ${found.lines} good lines).\n`);
    return 1;
  }
  const notYetPublic = known.receipts.map(({ line }) => line).filter((line) => line > found.lines);
  if (notYetPublic.length > 0)
    io.stderr(
      `Not public yet: line ${notYetPublic.join(", ")}. Lines come with the head of the day after them (UTC).\n`,
    );
  const { lines, head } = found;
  io.stdout(`${JSON.stringify({ lines, head, ok: true, notYetPublic, pools: replayed })}\n`);
  return 0;
}

async function readWanted(argv: string[]) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      head: { type: "string", multiple: true, default: [] },
      heads: { type: "string" },
      receipt: { type: "string", multiple: true, default: [] },
      secrets: { type: "string" },
      pool: { type: "string" },
    },
  });
  const [source, ...more] = positionals;
  if (!source || more.length > 0) throw new UsageError("Give the downloaded log, or a site's address.");
  if (!values.head.every((head) => /^[0-9a-f]{64}$/.test(head)))
    throw new UsageError("--head takes a published head of the log: 64 hexadecimal digits.");
  if (Boolean(values.secrets) !== Boolean(values.pool))
    throw new UsageError("--secrets FILE and --pool ID (of the closed pool) go together.");
  const heads: NotedHead[] = values.head.map((head) => ({ head }));
  if (values.heads) heads.push(...z.array(publishedHeadSchema).parse(await readJson(values.heads)));
  const receipts = [];
  for (const path of values.receipt) receipts.push(receiptSchema.parse(await readJson(path)));
  for (const { head } of receipts) if (head) heads.push({ head });
  const secrets = values.secrets && { path: inPlace(values.secrets), pool: values.pool! };
  return { source, known: { heads, receipts }, secrets };
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(inPlace(path), "utf8"));
}

async function collect(chunks: AsyncIterable<Uint8Array | string>): Promise<Map<number, OpenedLine>> {
  const found = new Map<number, OpenedLine>();
  for await (const line of readNdjson(chunks, openedLineSchema)) found.set(line.line, line);
  return found;
}
