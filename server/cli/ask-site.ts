import { type ErrorCode, errorStatus, RungError } from "../errors";

/** A site's HTTP interface as one person: `ask("POST", "/submissions", body)` gives the answer's JSON. */
export type AskSite = (method: string, path: string, body?: unknown) => Promise<unknown>;

/** Throws what a problem document says as the same `RungError`; `something_broke` where nobody answers. */
export function askSite({ url, token }: { url: string; token: string }): AskSite {
  return async (method, path, body) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const request = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) };
    const response = await fetch(new URL(`/api/v1${path}`, url), request).catch((error: Error) => {
      const reason = String((error.cause as Error | undefined)?.message ?? error.message);
      throw new RungError(
        "something_broke",
        `No answer from ${url} (${reason}).`,
        "Is the site running? --url says where.",
      );
    });
    const text = await response.text();
    if (!response.ok) throw problemIn(text, response.status);
    return text === "" ? undefined : JSON.parse(text);
  };
}

/** The error that a problem document tells, or one that names the status where the answer is no such document. */
export function problemIn(text: string, status: number): RungError {
  try {
    const { code, detail, hint } = JSON.parse(text) as { code: string; detail: string; hint: string };
    if (code in errorStatus) return new RungError(code as ErrorCode, detail, hint);
  } catch {
    // Not a problem document: a proxy's page, perhaps.
  }
  return new RungError("something_broke", `The site answered with status ${status}.`, text.slice(0, 200));
}
