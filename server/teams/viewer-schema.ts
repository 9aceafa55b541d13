import { z } from "zod";
import { userRole } from "../../db/schema/users";

/** Who is signed in, as they see themselves. */
export const viewerSchema = z.object({
  userId: z.uuid(),
  name: z.string(),
  role: z.enum(userRole.enumValues),
  teamId: z.uuid(),
});

export const teamSchema = z.object({
  slug: z.string(),
  name: z.string(),
  personal: z.boolean(),
  members: z.array(z.string()).describe("names"),
});
export type TeamView = z.infer<typeof teamSchema>;

export const tokenSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type TokenView = z.infer<typeof tokenSchema>;

export const newTokenSchema = z.object({ id: z.uuid(), token: z.string().describe("shown only here") });
