import { z } from "zod";
import { vouchRuleKind } from "../../../db/schema";
import { plainLines } from "../../text/plain";

const reason = z.string().trim().min(3).max(500).check(plainLines).describe("for the log");
const lowerCase = z.string().trim().toLowerCase();

/** A rule to set. Domains and organisations are compared without regard to case. */
export const newVouchRuleSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("email-domain"),
    value: lowerCase
      .regex(/^([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/, "A domain looks like example.org")
      .max(253)
      .refine((domain) => domain !== "users.noreply.github.com", "GitHub gives everybody such an address")
      .describe("a domain; its subdomains are others"),
    reason,
  }),
  z.object({
    kind: z.literal("account-age"),
    value: z
      .string()
      .trim()
      .regex(/^[1-9]\d{0,4}$/, "The age is a whole number of days from 1 to 99999")
      .describe("days"),
    reason,
  }),
  z.object({
    kind: z.literal("organisation"),
    value: lowerCase
      .regex(/^[a-z\d](-?[a-z\d])*$/, "An organisation is named as in its address on GitHub")
      .max(39)
      .describe("its login on GitHub"),
    reason,
  }),
]);
export type NewVouchRule = z.infer<typeof newVouchRuleSchema>;

export const vouchRuleSchema = z.object({
  id: z.uuid(),
  kind: z.enum(vouchRuleKind.enumValues),
  value: z.string(),
  words: z.string().describe("what it asks for"),
  setBy: z.string().nullable().describe("a user's name; null at the command line"),
  setAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  teams: z.int().describe("for which it has vouched"),
});
export type VouchRule = z.infer<typeof vouchRuleSchema>;
