import { notFound } from "next/navigation";
import { explainError } from "@/server/api/explain-error";

/** What was asked for; the not-found page where there is no such thing, or where the address cannot mean anything. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (["not_found", "bad_input"].includes(explainError(error).code)) notFound();
    throw error;
  }
}
