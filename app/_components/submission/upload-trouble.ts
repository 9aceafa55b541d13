import type { TroubleWords } from "../words/trouble";

/** Why an upload stopped, from the server's problem document where it sent one. */
export function uploadTrouble(error: unknown): TroubleWords {
  const response = (error as { originalResponse?: { getBody(): string } | null }).originalResponse;
  try {
    const { detail, hint } = JSON.parse(response?.getBody() ?? "") as { detail?: string; hint?: string };
    if (detail) return { message: detail, hint };
  } catch {
    // No document: the server refused nothing, the connection went.
  }
  return {
    message: "The connection was lost.",
    hint: "What was sent is saved. Resume when you are connected again.",
  };
}
