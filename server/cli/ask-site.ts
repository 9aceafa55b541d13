import { setTimeout as sleep } from "node:timers/promises";
import { type ErrorCode, errorStatus, RungError } from "../errors";
import type { Problem } from "../problems/problem-schema";

/**
 * A site's HTTP API as one user: `ask("POST", "/submissions", body)` gives the answer's JSON. What only reads, and what has a `key`, is
 * asked again where there was no answer, or the site said that it was busy: under one key nothing is done twice.
 */
export type AskSite = (method: string, path: string, body?: unknown, key?: string) => Promise<unknown>;

const waitsMs = [500, 1000, 2000, 5000, 10_000, 20_000];

/** Throws a problem document as the `RungError` it describes; `something_broke` when there is no answer. */
export function askSite({
  url,
  token,
  wait = sleep,
}: {
  url: string;
  token: string;
  wait?: (ms: number) => Promise<unknown>;
}): AskSite {
  return async (method, path, body, key) => {
    const headers = {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      ...(key && { "idempotency-key": key }),
    };
    const request = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) };
    const waits = method === "GET" || key ? [...waitsMs] : [];
    for (;;) {
      const answer = await fetch(new URL(`/api/v1${path}`, url), request)
        .then(async (response) => ({ response, text: await response.text() }))
        .catch((error: Error) => error);
      const isPassing = answer instanceof Error || passing.has(answer.response.status);
      const waitMs = isPassing ? waits.shift() : undefined;
      if (waitMs !== undefined) await wait(waitMs);
      else if (answer instanceof Error) throw noAnswer(url, answer);
      else return read(answer);
    }
  };
}

/** A proxy without its site, and a site without its database. */
const passing = new Set([502, 503, 504]);

function read({ response, text }: { response: Response; text: string }): unknown {
  // A refused model is answered with the submission, everything else with a problem document.
  const isAnswer = response.status === 422 && isJson(response);
  if (!response.ok && !isAnswer) throw problemIn(text, response.status);
  return text === "" ? undefined : JSON.parse(text);
}

function noAnswer(url: string, error: Error): RungError {
  const reason = String((error.cause as Error | undefined)?.message ?? error.message);
  return new RungError(
    "something_broke",
    `No answer from ${url} (${reason}).`,
    "Is the site running? Give its address with --url.",
  );
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
