import { describe, expect } from "vitest";
import { commitmentOf, genesisHash, lineHash } from "@/server/audit-log/line-hash";
import { checkPublicLog } from "@/server/audit-log/outside/check-public-log";
import { listClosedPools, type OpenedLine } from "@/server/audit-log/public/closed-pools";
import type { PublicLine } from "@/server/audit-log/public/public-line";
import { getPublicLine, readPublicLines } from "@/server/audit-log/public/read-public-lines";
import { verifyLog } from "@/server/audit-log/verify-log";
import { closeDuePools } from "@/server/test-sets/close-due-pools";
import { closePool } from "@/server/test-sets/close-pool";
import { retireTestSet } from "@/server/test-sets/retire-test-set";
import { makeBenchmark } from "../../factories/make-benchmark";
import { day, outsideTest as test } from "./outside-test";

type Tamper = (lines: PublicLine[]) => PublicLine[];

/** The chain made to fit changed lines, as somebody with all rights could. */
function rechained(lines: PublicLine[]): PublicLine[] {
  let before: Uint8Array = genesisHash;
  return lines.map((line, i) => {
    before = lineHash(before, line.public, Buffer.from(line.commitment, "hex"));
    return { ...line, line: i + 1, hash: Buffer.from(before).toString("hex") };
  });
}
const swapped = (lines: PublicLine[], at: number) =>
  lines.map((line, i) => (i === at ? lines[at + 1]! : i === at + 1 ? lines[at]! : line));
const without: Tamper = (lines) => lines.filter((_, i) => i !== 5);
const withOneMore: Tamper = (lines) => [...lines.slice(0, 5), lines[2]!, ...lines.slice(5)];
const changed: Tamper = (lines) =>
  lines.map((line) => ({ ...line, public: line.public.replace('"top1":900', '"top1":901') }));
const backDated: Tamper = (lines) =>
  lines.map((line, i) =>
    i === lines.length - 1
      ? { ...line, public: line.public.replace(/"at":"[^"]+"/, '"at":"2026-05-01T23:00:00.000Z"') }
      : line,
  );

describe("a stranger with the public lines, a receipt and yesterday's head", () => {
  test("finds nothing wrong in the log as it is, with either verifier", async ({ past, check, python }) => {
    const { lines } = past;
    const head = lines.at(-1)!.hash;
    expect(await check(lines)).toEqual({ lines: lines.length, head, problem: null });
    expect(await python(lines)).toBe(`${lines.length} lines are good, up to ${head}\n`);
  });

  const tampering: [string, Tamper, RegExp][] = [
    ["a dropped line", without, /is missing/],
    ["a dropped line, the chain made to fit", (lines) => rechained(without(lines)), /head|receipt/],
    ["a changed line", changed, /was changed/],
    ["a changed line, the chain made to fit", (lines) => rechained(changed(lines)), /head|receipt/],
    ["two lines exchanged", (lines) => swapped(lines, 5), /is missing/],
    ["two lines exchanged, the chain made to fit", (lines) => rechained(swapped(lines, 5)), /head|receipt/],
    ["a line put among the old ones", (lines) => rechained(withOneMore(lines)), /head|receipt/],
    [
      "a back-dated line at the end, the chain made to fit",
      (lines) => rechained(backDated(lines)),
      /is dated/,
    ],
    ["a log that ends before the head", (lines) => lines.slice(0, 3), /head/],
  ];
  test.for(tampering)("finds %s", async ([, tamper, problem], { past, check, python }) => {
    const lines = tamper(past.lines);
    expect((await check(lines)).problem).toMatch(problem);
    expect(await python(lines)).toMatch(problem);
  });

  test("finds that the receipt's line is another's, though the head fits", async ({
    past,
    check,
    python,
  }) => {
    const { receipt, yesterday, lines } = past;
    expect(receipt.line).toBeGreaterThan(yesterday.line);
    const moved = rechained(swapped(lines, receipt.line - 1));
    expect((await check(moved)).problem).toMatch(/receipt was given/);
    expect(await python(moved)).toMatch(/receipt was given/);
  });

  test("may begin after a head noted before", async ({ site, past }) => {
    const { line, ...noted } = past.yesterday;
    const pages = readPublicLines({ ctx: site.web, input: { from: line + 1 } });
    async function* rest() {
      for await (const page of pages) yield* page;
    }
    expect((await checkPublicLog(rest(), { heads: [noted], receipts: [] })).problem).toBeNull();
  });
});

describe("the public log", () => {
  test("has a line only when the day after it begins, and a receipt at once", async ({ site, past }) => {
    const { firstDay, lines, heads } = past;
    expect(firstDay.lines).toEqual([]);
    expect(lines[firstDay.receipt.line - 1]!.hash).toBe(firstDay.receipt.hash);
    expect(lines).toHaveLength(heads[0]!.line);
    const input = { line: heads[0]!.line + 1 };
    await expect(getPublicLine({ ctx: site.web, input })).rejects.toMatchObject({ code: "not_found" });
  });

  test("gives no count away: none gives a commitment without its salt", ({ past }) => {
    const [{ line, secret }] = past.opened as [OpenedLine];
    const guesses = Array.from({ length: 1001 }, (_, errors) =>
      commitmentOf(Buffer.alloc(32), JSON.stringify({ ...JSON.parse(secret), errors })).toString("hex"),
    );
    expect(guesses).not.toContain(past.lines[line - 1]!.commitment);
    const decisions = past.lines.filter((one) => one.public.includes('"kind":"decision"'));
    expect(JSON.stringify(decisions)).not.toMatch(/errors|noise|threshold|total|wrong/);
  });
});

describe("a pool that is closed for good", () => {
  test("is replayed by anybody, every ladder, a day after it was asked for", async ({
    site,
    past,
    replay,
    python,
  }) => {
    expect(past.tooEarly).toEqual([]);
    expect(await listClosedPools({ ctx: site.web })).toMatchObject([{ pool: past.pool, name: "pool" }]);
    expect(past.opened).toHaveLength(5);
    expect(await replay(past.opened)).toEqual({ decisions: 5, ladders: 1 });
    expect(await python(past.lines, past.opened)).toMatch(/lines are good/);
    expect(await verifyLog({ ctx: site.owner, input: {} })).toMatchObject({ ok: true });
  });

  test.for([
    "update audit.published_heads set head = sha256('') where line > 0",
    "update audit.published_secrets set salt = sha256('')",
    "update audit.published_secrets set wrong = set_byte(wrong, 0, 7)",
  ])("is shown as it was, as are heads: %s", async (statement, { site }) => {
    await site.owner.db
      .transaction(async (tx) => {
        await tx.execute(statement);
        expect(await verifyLog({ ctx: { db: tx }, input: {} })).toMatchObject({ ok: false });
        throw new Error("undone");
      })
      .catch((error: Error) => expect(error.message).toBe("undone"));
  });

  test("is not replayed from other noise, other bits, or less than all", async ({ past, replay }) => {
    const [first, ...rest] = past.opened as [OpenedLine, ...OpenedLine[]];
    const problem = (words: string) => ({ problem: expect.stringContaining(words) });
    const noisy = { ...first, secret: first.secret.replace('"noise":0', '"noise":9') };
    expect(await replay([noisy, ...rest])).toEqual(problem("is not what it committed to"));
    const easier = { ...first, wrong: Buffer.alloc(125).toString("base64") };
    expect(await replay([easier, ...rest])).toEqual(problem("not the one that was decided on"));
    expect(await replay(rest)).toEqual(problem("was not published"));
  });

  test("stays closed; one in use, or one of which it was taken back, is not", async ({
    site,
    past,
    opened,
  }) => {
    const { acts, asked } = past;
    const tooLate = { code: "too_late" };
    const undo = { ...asked, undo: true };
    await expect(closePool({ ctx: acts, input: undo })).rejects.toMatchObject(tooLate);
    const other = await makeBenchmark(site);
    const input = { ...asked, benchmark: other.slug };
    await expect(closePool({ ctx: acts, input })).rejects.toMatchObject(tooLate);
    const byHand = `select audit.close_pool('${other.pool.id}', now())`;
    await expect(site.worker.db.execute(byHand)).rejects.toThrow();
    await retireTestSet({ ctx: acts, input: { benchmark: other.slug, testSet: "New" } });
    await closePool({ ctx: acts, input });
    await closePool({ ctx: acts, input: { ...input, undo: true } });
    site.wait(2 * day);
    await closeDuePools({ ctx: site.worker });
    await expect(site.worker.db.execute(byHand)).rejects.toThrow();
    expect(await opened(other.pool.id)).toEqual([]);
  });
});
