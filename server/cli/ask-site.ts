import { type ErrorCode, errorStatus, RungError } from "../errors";
import type { Problem } from "../problems/problem-schema";

/** A site's HTTP API as one user: `ask("POST", "/submissions", body)` gives the answer's JSON. */
export type AskSite = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** Throws a problem document as the `RungError` it describes; `something_broke` when there is no answer. */
export function askSite({ url, token }: { url: string; token: string }): AskSite {
  return async (method, path, body) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const request = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) };
    const response = await fetch(new URL(`/api/v1${path}`, url), request).catch((error: Error) => {
      const reason = String((error.cause as Error | undefined)?.message ?? error.message);
      throw new RungError(
        "something_broke",
        `No answer from ${url} (${reason}).`,
        "Is the site running? Give its address with --url.",
      );
    });
    const text = await response.text();
    // A refused model is answered with the submission, everything else with a problem document.
    const isAnswer = response.status === 422 && isJson(response);
    if (!response.ok && !isAnswer) throw problemIn(text, response.status);
    return text === "" ? undefined : JSON.parse(text);
  };
}

const isJson = ({ headers }: Response) => /^application\/json\b/.test(headers.get("content-type") ?? "");

type ProblemDocument = { code: string; detail: string; hint: string; problems?: Problem[] };

/** The error in a problem document, or one that names the status if the answer is not such a document. */
export function problemIn(text: string, status: number): RungError {
  try {
    const { code, detail, hint, problems } = JSON.parse(text) as ProblemDocument;
    if (code in errorStatus) return new RungError(code as ErrorCode, detail, hint, { problems });
  } catch {
    // Not a problem document: a proxy's page, perhaps.
  }
  return new RungError("something_broke", `The site answered with status ${status}.`, text.slice(0, 200));
}
