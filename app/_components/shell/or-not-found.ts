import { notFound } from "next/navigation";
import { explainError } from "@/server/api/explain-error";

/** The answer, or the not-found page where there is no such thing or the address makes no sense. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (["not_found", "bad_input"].includes(explainError(error).code)) notFound();
    throw error;
  }
}
