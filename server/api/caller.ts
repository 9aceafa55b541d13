import { headers } from "next/headers";
import { cache } from "react";
import { contextOf } from "./context";
import { type Caller, createCaller } from "./root";

/** The API for server components, called as the page's visitor: `const { name } = await (await api()).teams.me()`. */
export const api = cache(async (): Promise<Caller> => {
  return createCaller(await contextOf({ method: "GET", headers: new Headers(await headers()) }));
});
