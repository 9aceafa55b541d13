import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { api } from "@/server/api/caller";
import { explainError } from "@/server/api/explain-error";

/**
 * Why this visitor, though signed in, may not see what maintainers see, or this site cannot show it; null where they may. Whoever is
 * not signed in is sent to do so, and comes back to this page.
 */
export const refusedHere = cache(async (): Promise<{ message: string; hint: string } | null> => {
  const { audit, teams } = await api();
  if (!(await teams.me())) {
    const address = (await headers()).get("x-rung-address") ?? "/audit";
    redirect(`/sign-in?callbackUrl=${encodeURIComponent(address)}`);
  }
  try {
    await audit.verifications();
    return null;
  } catch (error) {
    const { code, message, hint } = explainError(error);
    if (code !== "forbidden" && code !== "not_configured") throw error;
    return { message, hint };
  }
});
