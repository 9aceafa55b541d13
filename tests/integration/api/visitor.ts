import { siteUrl } from "./open-test-site";

type Route<Params> = (request: Request, route: { params: Promise<Params> }) => Promise<Response>;

/** Asks a route handler as somebody: headers say who. */
export function visitor(headers: Record<string, string> = {}) {
  return async <Params extends object>(
    route: Route<Params>,
    { path = "/", params = {} as Params, ...init }: { path?: string; params?: Params } & RequestInit = {},
  ): Promise<Response> => {
    const given = new Headers({ host: "127.0.0.1:3000", ...headers });
    new Headers(init.headers).forEach((value, name) => given.set(name, value));
    const request = new Request(siteUrl + path, { ...init, headers: given, duplex: "half" } as RequestInit);
    return await route(request, { params: Promise.resolve(params) });
  };
}

export const withToken = (token: string) => visitor({ authorization: `Bearer ${token}` });
