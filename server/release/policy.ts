import { z } from "zod";
import { compareRationals, parseDecimal, rational } from "./rational";

const half = rational(1n, 2n);

const etaSchema = z.string().refine(
  (text) => {
    const eta = parseDecimal(text);
    return eta !== null && eta.numerator > 0n && compareRationals(eta, half) < 0;
  },
  { error: 'eta must be a decimal string above 0 and below 0.5, such as "0.01"' },
);

const noiseSchema = z.string().refine(
  (text) => {
    const noise = parseDecimal(text);
    return noise !== null && noise.numerator >= 0n && noise.numerator <= 100n * noise.denominator;
  },
  { error: 'noise must be a decimal string from 0 to 100, such as "1"' },
);

const gateSchema = z
  .number()
  .min(0)
  .max(1000)
  .refine((c) => parseDecimal(String(c)) !== null, { error: "c must be a plain decimal number, such as 3" });

/**
 * How scores on a test set are released. `eta` is a step of the loss as a fraction, a decimal string so that it stays exact; `c`
 * is the gate in standard deviations; `climbs` is how often one ladder may climb, its first release included (absent: no limit);
 * `noise` is the standard deviation of the secret noise in steps (absent: none); with `noisyGate` the noise applies to the gate
 * as well as the step (absent or false: the gate is exact).
 */
export const policySchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("gated-ladder"),
    eta: etaSchema,
    c: gateSchema,
    climbs: z.int().min(1).optional(),
    noise: noiseSchema.optional(),
    noisyGate: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal("fixed-step-ladder"), eta: etaSchema }),
  z.strictObject({ kind: z.literal("parameter-free-ladder") }),
  z.strictObject({ kind: z.literal("rounded"), decimals: z.int().min(0).max(9) }),
  z.strictObject({ kind: z.literal("exact") }),
]);

export type Policy = z.infer<typeof policySchema>;
export type GatedLadder = Extract<Policy, { kind: "gated-ladder" }>;

export const policyKinds = policySchema.options.map(({ shape }) => shape.kind.value);
