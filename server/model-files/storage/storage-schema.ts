import { z } from "zod";

const bytes = z.int().min(0);

/** What is stored for one person. */
const heldSchema = z.object({
  files: z.int().describe("unfinished uploads included"),
  bytes,
  leaving: bytes.describe("of these, what goes within a day unless it is submitted"),
});

/** What is stored for the viewer. */
export const ownStorageSchema = heldSchema.extend({ most: bytes });
export type OwnStorage = z.infer<typeof ownStorageSchema>;

/** What is stored for everybody, for maintainers. */
export const storageSchema = z.object({
  room: bytes.describe("what may still be written, before what is to stay free of the disk is touched"),
  awaited: bytes.describe("what unfinished uploads are still to bring"),
  files: z.int().describe("stored models"),
  bytes: bytes.describe("of stored models; one that several people sent is stored once"),
  most: bytes.describe("per person"),
  people: z
    .array(heldSchema.extend({ name: z.string() }))
    .describe("the 200 with most, each charged for all that they sent"),
});
export type Storage = z.infer<typeof storageSchema>;
