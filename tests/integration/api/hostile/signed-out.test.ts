import { expect, vi } from "vitest";
import { placesOfSite } from "../../guard/addresses";
import { webTest } from "../web-test";

const test = webTest((site) => ({ AUDIT_DATABASE_URL: site.database.auditUrl }));
const pages = placesOfSite().filter(
  ({ kind, pattern }) => kind === "page" && /^\/(admin|audit)(\/|$)/.test(pattern),
);
const asked = { headers: new Headers() };

vi.mock("next/headers", () => ({ headers: async () => asked.headers }));
vi.mock("next/navigation", () => ({
  useRouter: () => ({}),
  usePathname: () => "/",
  useSearchParams: () => new URLSearchParams(),
  redirect: (to: string) => {
    throw new Error(`redirect to ${to}`);
  },
  notFound: () => {
    throw new Error("not found");
  },
}));

type Page = (props: { params: Promise<object>; searchParams: Promise<object> }) => Promise<unknown>;

const open = async (file: string) => {
  const { default: page } = (await import(/* @vite-ignore */ file)) as { default: Page };
  const params = Promise.resolve({ id: "00000000-0000-4000-8000-000000000000" });
  return await page({ params, searchParams: Promise.resolve({}) });
};

test.for(pages.map(({ pattern, file }) => [pattern, file] as const))(
  "%s sends whoever is not signed in to do so and to come back, itself, and asks for nothing before",
  async ([pattern, file]) => {
    asked.headers = new Headers({ "x-rung-address": `${pattern}?x=1` });
    const back = encodeURIComponent(`${pattern}?x=1`);
    await expect(open(file)).rejects.toThrow(`redirect to /sign-in?callbackUrl=${back}`);
  },
);

test.for(pages.map(({ pattern, file }) => [pattern, file] as const))(
  "%s shows nothing to a researcher; its layout says why",
  async ([, file], { ada }) => {
    asked.headers = new Headers({ authorization: `Bearer ${ada.token}` });
    expect(await open(file)).toBeNull();
  },
);
