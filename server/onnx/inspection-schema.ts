import { z } from "zod";
import { problemSchema } from "../problems/problem-schema";

const refusalSchema = problemSchema.extend({ code: z.string() });

const shapeSchema = z.array(z.number().nullable());

const inputSchema = z.object({
  name: z.string(),
  type: z.enum(["float32", "float16", "uint8"]),
  shape: shapeSchema,
  layout: z.enum(["NCHW", "NHWC"]).nullable(),
  layoutFrom: z
    .enum(["shape", "convolution", "names"])
    .default("shape")
    .describe("what tells the layout: the shape, the first convolution or the names of the dimensions"),
  height: z.number().nullable(),
  width: z.number().nullable(),
  channels: z.number().nullable(),
  batch: z.number().nullable(),
});

const outputSchema = z.object({
  name: z.string(),
  type: z.enum(["float32", "float16", "float64"]),
  shape: shapeSchema,
  classes: z.number().nullable(),
  batched: z.boolean(),
  sigmoid: z
    .boolean()
    .default(false)
    .describe("it ends in a sigmoid: one score is the probability of the second of two classes"),
});

const modelSchema = z.object({
  parameters: z.number(),
  operators: z.record(z.string(), z.number()),
  opsets: z.record(z.string(), z.number()),
  irVersion: z.number(),
  producer: z.string().nullable(),
  bytes: z.number(),
  input: inputSchema,
  output: outputSchema,
});

/**
 * The result of inspecting a model file. An open or unknown dimension is null; so is a layout or number of channels that the
 * shape leaves open, and a number of classes that only a run will show. `parameters` counts the numbers (floating point or
 * quantised) in constant tensors, `operators` the nodes by name, subgraphs and local functions included. `model` is null if the
 * input or output could not be identified.
 */
export const inspectionSchema = z.object({
  accepted: z.boolean(),
  refusals: z.array(refusalSchema),
  warnings: z.array(z.string()),
  model: modelSchema.nullable(),
});

export type Inspection = z.infer<typeof inspectionSchema>;
export type Refusal = z.infer<typeof refusalSchema>;
/** A refusal as one check finds it, possibly once for each place. */
export type Fault = Omit<Refusal, "count"> & { count?: number };
export type ModelSummary = z.infer<typeof modelSchema>;
export type ModelInput = z.infer<typeof inputSchema>;
export type ModelOutput = z.infer<typeof outputSchema>;
