import { z } from "zod";

const hex = z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits");

/**
 * The public half of a line: `hash = SHA-256(the hash before || public || commitment)`, the first one after the hash of nothing.
 * `public` is to be hashed as it stands.
 */
export const publicLineSchema = z.object({
  line: z.int().min(1).describe("its number"),
  public: z.string().describe("its public fields, as canonical JSON (RFC 8785)"),
  commitment: hex.describe("HMAC-SHA-256 of its secret fields, under a salt of its own"),
  hash: hex,
});
export type PublicLine = z.infer<typeof publicLineSchema>;
