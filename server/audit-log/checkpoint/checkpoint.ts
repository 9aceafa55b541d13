import { z } from "zod";
import { replayedLadderSchema } from "../replay/replayed-ladder";

const hex = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What a verification leaves to the next one, in a file of the auditor's own: how far the log was good, the ladders as it leads to
 * them, and digests (SHA-256, hex) of everything that was looked at. Where a digest is the same, so is the verdict. Whoever can
 * change it decides what is not looked at again, and it tells of hidden scores.
 */
export const checkpointSchema = z.strictObject({
  head: hex,
  /** Of the lines up to each number, from the one before it on: a segment for each verification. */
  lines: z.array(z.tuple([z.int(), hex])),
  /** Of the pools, versions, labels and merges by which everything was compared. */
  grounds: hex,
  /** Of all rows of each block of submissions. */
  blocks: z.array(z.tuple([z.int(), hex])),
  ladders: z.array(z.tuple([z.string(), replayedLadderSchema])),
});
export type Checkpoint = z.output<typeof checkpointSchema>;

/** Digests of all that is stored now. */
export type Digests = Pick<Checkpoint, "lines" | "grounds" | "blocks">;
