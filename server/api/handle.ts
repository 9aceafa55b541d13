import { contextOf, type RequestContext } from "./context";
import { explainError } from "./explain-error";
import { countRequest } from "./metrics";
import { problem } from "./problem";
import { refuseUnstorable } from "./refuse-unstorable";
import { type Caller, createCaller } from "./root";
import { apiHeaders } from "./security-headers";

/** What a route receives: the request, the parts of its address, the caller, and the procedures called as them. */
export interface Call<Params> {
  request: Request;
  params: Params;
  /** The parameters after `?`; of a repeated name, the last. */
  query: Record<string, string>;
  ctx: RequestContext;
  api: Caller;
}

/**
 * Makes a route handler. What `answer` returns becomes JSON (nothing becomes 204), a `Response` is sent as it is; what it throws
 * becomes a problem document. Security headers, the cross-site check and request counts are handled here.
 */
export function handle<Params = Record<never, string>>(
  answer: (call: Call<Params>) => Promise<unknown>,
  { status = 200 }: { status?: number } = {},
) {
  return async (request: Request, route: { params: Promise<Params> }): Promise<Response> => {
    const startedAt = performance.now();
    const params = await route.params;
    const response = await respond(request, params, answer, status);
    countRequest({ request, params, status: response.status, ms: performance.now() - startedAt });
    return response;
  };
}

async function respond<Params>(
  request: Request,
  params: Params,
  answer: (call: Call<Params>) => Promise<unknown>,
  status: number,
): Promise<Response> {
  try {
    const ctx = await contextOf(request);
    const query = Object.fromEntries(new URL(request.url).searchParams);
    refuseUnstorable({ ...query, ...params });
    const result = await answer({ request, params, query, ctx, api: createCaller(ctx) });
    if (result instanceof Response) return result;
    if (result === undefined) return new Response(null, { status: 204, headers: apiHeaders });
    return Response.json(result, { status, headers: apiHeaders });
  } catch (error) {
    return problem(explainError(error));
  }
}
