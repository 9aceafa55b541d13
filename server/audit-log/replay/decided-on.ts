import { createHash } from "node:crypto";
import { z } from "zod";
import { type BitVector, bitsFromBytes } from "../../release/bit-vector";

/** The evaluation that a decision was made on; `wrong` is the SHA-256 (hex) of its packed bits. */
export const decidedOnSchema = z.strictObject({ submission: z.uuid(), version: z.uuid(), wrong: z.string() });
export type DecidedOn = z.output<typeof decidedOnSchema>;

/** Finds the bits of an evaluation; null where they are gone, or others than those decided on. */
export type BitsOf = (on: DecidedOn) => Promise<BitVector | null>;

/** An evaluation's stored bits, if they are those decided on. */
export function bitsDecidedOn({ wrong }: DecidedOn, stored: { wrong: Uint8Array; total: number }) {
  const digest = createHash("sha256").update(stored.wrong).digest("hex");
  return digest === wrong ? bitsFromBytes(stored.wrong, stored.total) : null;
}

export const decidedOnKey = ({ submission, version }: Omit<DecidedOn, "wrong">): string =>
  `${submission} ${version}`;
