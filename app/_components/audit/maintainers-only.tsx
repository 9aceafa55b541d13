import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { api } from "@/server/api/caller";
import { explainError } from "@/server/api/explain-error";
import { Trouble } from "../words/trouble";

/** Shown to maintainers alone, where this site can read the guarded data; everybody else is told why not. */
export async function MaintainersOnly({ path, children }: { path: string; children: ReactNode }) {
  const { audit, teams } = await api();
  if (!(await teams.me())) redirect(`/sign-in?callbackUrl=${path}`);
  try {
    await audit.verifications();
  } catch (error) {
    const { code, message, hint } = explainError(error);
    if (code !== "forbidden" && code !== "not_configured") throw error;
    return (
      <>
        <h1>For maintainers</h1>
        <Trouble words={{ message, hint }} />
      </>
    );
  }
  return children;
}
