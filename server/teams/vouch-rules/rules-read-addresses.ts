import type { Context } from "../../context";
import { rulesInForce } from "./rules-in-force";

/** Whether a rule in force goes by e-mail addresses, so that a sign-in must ask for them. */
export async function rulesReadAddresses({ ctx }: { ctx: Pick<Context, "db"> }): Promise<boolean> {
  return (await rulesInForce(ctx.db)).some(({ kind }) => kind === "email-domain");
}
