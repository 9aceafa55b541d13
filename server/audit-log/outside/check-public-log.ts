import { genesisHash, lineHash } from "../line-hash";
import type { PublicLine } from "../public/public-line";
import type { Receipt } from "../public/receipts";

/** A head that was published, as somebody noted it: with its day and its line's number, or without. */
export interface NotedHead {
  head: string;
  day?: string;
  line?: number;
}

export interface PublicCheck {
  lines: number;
  head: string;
  problem: string | null;
}

const dayMs = 24 * 3_600_000;

/**
 * Checks the public half of a log: each line follows the one before it, every noted head is on the chain and no line after it is dated
 * before its day, and receipts lie where they say. Lines may begin after a noted head (`--head`): what is before it was checked when it
 * was noted.
 * @param each is told of every good line, with its fields
 * @returns how far it was good, and the first problem in words
 */
export async function checkPublicLog(
  lines: AsyncIterable<PublicLine>,
  known: { heads: readonly NotedHead[]; receipts: readonly Receipt[] },
  each: (line: PublicLine, fields: Record<string, unknown>) => void = () => {},
): Promise<PublicCheck> {
  let previous: { line: number; hash: string } | null = null;
  let earliest = Number.NEGATIVE_INFINITY;
  const onChain = new Map<string, number>([[genesisHash.toString("hex"), 0]]);
  // Of days without a line the head is the same: what follows it is of the last of them.
  const byDay = [...known.heads].sort((a, b) => (a.day ?? "").localeCompare(b.day ?? ""));
  const wanted = new Map(byDay.map((noted) => [noted.head, noted]));
  const receipts = new Map(known.receipts.map((receipt) => [receipt.line, receipt]));
  const stop = (problem: string): PublicCheck => ({
    lines: previous?.line ?? 0,
    head: previous?.hash ?? "",
    problem,
  });
  for await (const line of lines) {
    const before: { line: number; hash: string } = previous ?? begin(line, known.heads);
    onChain.set(before.hash, before.line);
    if (line.line !== before.line + 1) return stop(`line ${before.line + 1} is missing`);
    const commitment = Buffer.from(line.commitment, "hex");
    if (lineHash(Buffer.from(before.hash, "hex"), line.public, commitment).toString("hex") !== line.hash)
      return stop(`line ${line.line} was changed, dropped or moved`);
    const fields = JSON.parse(line.public) as Record<string, unknown>;
    const at = Date.parse(String(fields.at));
    if (Number.isNaN(at)) return stop(`line ${line.line} has no time`);
    const head = wanted.get(before.hash);
    if (head) earliest = Math.max(earliest, dayOf(head) ?? earliest);
    if (at < earliest) return stop(`line ${line.line} is dated before the published head that it follows`);
    const receipt = receipts.get(line.line);
    if (receipt && receipt.hash !== line.hash)
      return stop(`line ${line.line} is not the one for which the receipt was given`);
    const noted = wanted.get(line.hash);
    if (noted?.line !== undefined && noted.line !== line.line)
      return stop(
        `the head of ${noted.day ?? noted.line} is that of line ${line.line}, not of ${noted.line}`,
      );
    if (noted) {
      onChain.set(line.hash, line.line);
      // Without its day, a head is at least that of the day after its line.
      if (!noted.day) earliest = Math.max(earliest, (Math.floor(at / dayMs) + 1) * dayMs);
    }
    each(line, fields);
    previous = line;
  }
  const lost = known.heads.find(({ head }) => !onChain.has(head));
  if (lost) return stop(`the head ${lost.head}${lost.day ? ` of ${lost.day}` : ""} is not on the chain`);
  return { lines: previous?.line ?? 0, head: previous?.hash ?? genesisHash.toString("hex"), problem: null };
}

/** What comes before the first line given: nothing, or the noted head after which it was asked for. */
function begin(first: PublicLine, heads: readonly NotedHead[]): { line: number; hash: string } {
  if (first.line === 1) return { line: 0, hash: genesisHash.toString("hex") };
  const after = heads.find(({ head }) => {
    const commitment = Buffer.from(first.commitment, "hex");
    return lineHash(Buffer.from(head, "hex"), first.public, commitment).toString("hex") === first.hash;
  });
  return after ? { line: first.line - 1, hash: after.head } : { line: 0, hash: genesisHash.toString("hex") };
}

function dayOf({ day }: NotedHead): number | null {
  return day ? Date.parse(`${day}T00:00:00Z`) : null;
}
