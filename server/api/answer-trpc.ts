import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { RungError } from "../errors";
import { contextOf } from "./context";
import { explainError } from "./explain-error";
import { problem } from "./problem";
import { appRouter } from "./root";
import { apiHeaders, wholeHeaders } from "./security-headers";

const mostBytes = 1 << 20;

/** Answers the pages' calls. Who asks, and from which site, is settled before any procedure runs. */
export async function answerTrpc(request: Request): Promise<Response> {
  try {
    refuseLarge(request);
    const ctx = await contextOf(request);
    const response = await fetchRequestHandler({
      endpoint: "/api/trpc",
      req: request,
      router: appRouter,
      createContext: () => ctx,
    });
    const headers = ctx.viewer?.role === "maintainer" ? wholeHeaders : apiHeaders;
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    return response;
  } catch (error) {
    return problem(explainError(error));
  }
}

function refuseLarge(request: Request) {
  if (request.method === "GET") return;
  const bytes = Number(request.headers.get("content-length") ?? Number.POSITIVE_INFINITY);
  if (bytes > mostBytes) throw new RungError("too_large", "The request is larger than 1 MiB.", "Send less.");
}
