import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { RungError } from "../../errors";
import { contextOf } from "../context";
import { explainError } from "../explain-error";
import { retryHeaders } from "../retry-headers";
import { appRouter } from "../root";
import { apiHeaders, wholeHeaders } from "../security-headers";

const mostBytes = 1 << 20;

/**
 * Answers the pages' calls. The caller and the calling site are checked before any procedure runs; a refusal there has the shape
 * of a procedure's own error, so that pages can show it.
 */
export function answerTrpc(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: async () => {
      refuseLarge(request);
      return await contextOf(request);
    },
    responseMeta({ ctx, errors }) {
      const headers = ctx?.viewer?.role === "maintainer" ? wholeHeaders : apiHeaders;
      return { headers: { ...headers, ...retryHeaders(errors.map(explainError)) } };
    },
  });
}

function refuseLarge(request: Request) {
  if (request.method === "GET") return;
  const bytes = Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  if (bytes > mostBytes) throw new RungError("too_large", "The request is larger than 1 MiB.", "Send less.");
}
