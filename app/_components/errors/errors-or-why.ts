import { api } from "@/server/api/caller";
import { explainError } from "@/server/api/explain-error";
import type { EntryErrors } from "@/server/leaderboards/errors/entry-errors-schema";

/** An entry's errors on a public test set, or in words why there are none to show. */
export async function errorsOrWhy(of: { id: string; testSet?: string }): Promise<EntryErrors | string> {
  try {
    return await (await api()).entries.errors(of);
  } catch (error) {
    const { code, message, hint } = explainError(error);
    if (code !== "not_found") throw error;
    return `${message} ${hint}`;
  }
}
