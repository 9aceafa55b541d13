import { z } from "zod";
import { createToken } from "../../teams/create-token";
import { getTeam } from "../../teams/get-team";
import { listTokens } from "../../teams/list-tokens";
import { revokeToken } from "../../teams/revoke-token";
import { newTokenSchema, teamSchema, tokenSchema, viewerSchema } from "../../teams/viewer-schema";
import { plain } from "../../text/plain";
import { spendRate } from "../../web-process/spend-rate";
import { publicProcedure, researcherProcedure, router } from "../trpc";

const tokenName = z.object({ name: z.string().trim().min(1).max(60).check(plain) });

export const teamsRouter = router({
  me: publicProcedure.output(viewerSchema.nullable()).query(({ ctx }) => ctx.viewer),
  team: researcherProcedure.output(teamSchema).query(({ ctx }) => getTeam({ ctx })),
  tokens: researcherProcedure.output(z.array(tokenSchema)).query(({ ctx }) => listTokens({ ctx })),
  createToken: researcherProcedure
    .input(tokenName)
    .output(newTokenSchema)
    .mutation(async ({ ctx, input }) => {
      await spendRate("new-token", ctx.viewer.userId);
      return createToken({ ctx, input: { ...input, local: ctx.local } });
    }),
  revokeToken: researcherProcedure
    .input(z.object({ id: z.uuid() }))
    .output(z.void())
    .mutation(({ ctx, input }) => revokeToken({ ctx, input })),
});
