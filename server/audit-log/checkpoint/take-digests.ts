import type { Database } from "../../../db/client";
import { digestOf } from "../digest-of";
import type { Grounds } from "../shown/grounds";
import type { Checkpoint, Digests } from "./checkpoint";
import { digestBlocks } from "./digest-blocks";
import { digestLines } from "./digest-lines";

/** Digests of all that is stored now, lines in the segments of a checkpoint with a further one for what is new. */
export async function takeDigests(
  db: Database,
  grounds: Grounds,
  checkpoint: Checkpoint | null,
): Promise<Digests> {
  return {
    lines: await digestLines(db, checkpoint?.lines.map(([line]) => line) ?? []),
    grounds: digestOfGrounds(grounds),
    blocks: await digestBlocks(db),
  };
}

/**
 * Whether a checkpoint's lines are still those that it found good, and its grounds. Otherwise nothing of it holds: a ladder is not
 * replayed from the middle on other grounds.
 */
export function stillHolds(checkpoint: Checkpoint, now: Digests): boolean {
  return (
    checkpoint.grounds === now.grounds &&
    checkpoint.lines.every(([line, digest], i) => now.lines[i]?.[0] === line && now.lines[i][1] === digest)
  );
}

function digestOfGrounds({ versions, policies, merges, labels }: Grounds): string {
  const bytes = [...labels].map(([version, shown]) => [version, Buffer.from(shown).toString("base64")]);
  const inOrder = [[...versions], [...policies], [...merges], bytes].map((entries: unknown[][]) =>
    entries.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
  return digestOf(inOrder);
}
