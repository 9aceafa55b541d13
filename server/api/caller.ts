import { headers } from "next/headers";
import { cache } from "react";
import { contextOf } from "./context";
import { type Caller, createCaller } from "./root";

/** The API for server components, as whoever asked for the page: `const { name } = await (await api()).teams.me()`. */
export const api = cache(async (): Promise<Caller> => {
  return createCaller(await contextOf({ method: "GET", headers: new Headers(await headers()) }));
});
