import { createElement, type ReactElement } from "react";
import { renderToReadableStream } from "react-dom/server";
import { vi } from "vitest";
import { siteUrl } from "../api/open-test-site";
import { type Address, addressesOf, isPicture, type Place, placesOfSite } from "./addresses";
import type { Base } from "./base";
import { withoutHashes } from "./without-hashes";

/** What was seen, by what was looked at. */
export type Seen = Map<string, string>;
/** Everybody who may not see exact counts. */
export type Eyes = "anybody" | "ada" | "bob";

/** Stands between the site and whoever looks: how tests plant leaks. */
export type Tamper = (response: Response, address: Address) => Promise<Response>;

type Handler = (request: Request, route: { params: Promise<object> }) => Promise<Response>;
type Props = { params: Promise<object>; searchParams: Promise<object> };
interface Page {
  default(props: Props): Promise<ReactElement>;
  metadata?: unknown;
  generateMetadata?(props: Props): Promise<unknown>;
}

let asking = new Headers();

/** What Next gives to server components, for pages that are rendered here. Before any of them is imported. */
export function standInForNext() {
  vi.doMock("next/headers", () => ({ headers: async () => asking, cookies: async () => new Map() }));
  vi.doMock("next/font/local", () => ({ default: () => ({ variable: "a font" }) }));
  vi.doMock("next/navigation", () => ({
    useRouter: () => ({ push() {}, replace() {}, refresh() {} }),
    usePathname: () => "/",
    useSearchParams: () => new URLSearchParams(),
    redirect: (to: string) => turnAway(`redirect to ${to}`),
    permanentRedirect: (to: string) => turnAway(`redirect to ${to}`),
    notFound: () => turnAway("not found"),
  }));
}

class TurnedAway extends Error {}
function turnAway(words: string): never {
  throw new TurnedAway(words);
}

/** Asks every address of the site as everybody; `choices` of the query, if wanted, as a visitor only. */
export async function observeAnswers(
  base: Base,
  {
    choices,
    only = () => true,
    tamper = async (response) => response,
  }: { choices: boolean; only?: (place: Place) => boolean; tamper?: Tamper },
): Promise<Seen> {
  const seen: Seen = new Map();
  for (const place of placesOfSite().filter(only)) {
    for (const address of addressesOf(place, base, { choices })) {
      for (const eyes of ["anybody", "ada", "bob"] as const) {
        if (eyes !== "anybody" && (!address.isPlain || isPicture(place))) continue;
        const key = `${eyes}: ${filled(address)}`;
        for (const [part, value] of await ask(base, address, eyes, tamper)) seen.set(`${key} ${part}`, value);
      }
    }
  }
  return seen;
}

function filled({ place, params, query }: Address): string {
  const path = place.pattern.replace(/\{(\w+)\}/g, (_, name: string) => params[name]!);
  return query === "" ? path : `${path}?${query}`;
}

async function ask(base: Base, address: Address, eyes: Eyes, tamper: Tamper): Promise<[string, string][]> {
  asking = new Headers({ host: new URL(siteUrl).host });
  if (eyes !== "anybody") asking.set("authorization", `Bearer ${base.people[eyes].token}`);
  const found = (await import(/* @vite-ignore */ address.place.file)) as { GET?: Handler } & Page;
  if (address.place.kind === "page") return [["page", await render(found, address)]];
  if (!found.GET) return [];
  const request = new Request(siteUrl + filled(address), { headers: asking });
  const answer = await found.GET(request, { params: Promise.resolve(address.params) });
  const isStream = answer.headers.get("content-type")?.startsWith("text/event-stream");
  if (isStream) await answer.body!.cancel();
  const response = await tamper(isStream ? new Response(null, answer) : answer, address);
  const body = Buffer.from(await response.arrayBuffer());
  if (response.status >= 500) throw new Error(`${filled(address)} broke: ${body.toString()}`);
  const isText = !response.headers.get("content-type")?.startsWith("image/png");
  return [
    ["status", `${response.status}`],
    ["headers", JSON.stringify([...response.headers].sort())],
    ["length", `${body.length}`],
    ["body", withoutHashes(body.toString(isText ? "utf8" : "base64"))],
  ];
}

/** A page as it is sent: what it says of itself, and its drawing within the layouts of the folders that it lies in. */
async function render(page: Page, { place, params, query }: Address): Promise<string> {
  const searchParams = Object.fromEntries(new URLSearchParams(query));
  let fault: unknown;
  const props = () => ({ params: Promise.resolve(params), searchParams: Promise.resolve(searchParams) });
  try {
    let tree = await page.default(props());
    for (const file of place.layouts) {
      const { default: layout } = await import(/* @vite-ignore */ file);
      tree = createElement(layout, null, tree);
    }
    const metadata = (await page.generateMetadata?.(props())) ?? page.metadata;
    const html = await renderToReadableStream(tree, { onError: (error) => void (fault ??= error) });
    await html.allReady;
    const text = await new Response(html).text();
    if (fault && !(fault instanceof TurnedAway)) throw fault;
    return withoutHashes(`${JSON.stringify(metadata)}\n${text}`);
  } catch (error) {
    if (error instanceof TurnedAway) return error.message;
    const { explainError } = await import("@/server/api/explain-error");
    const { code, message } = explainError(error);
    if (code === "something_broke") throw error;
    return `refused: ${code}, ${message}`;
  }
}
