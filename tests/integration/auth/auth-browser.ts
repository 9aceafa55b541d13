import NextAuth, { type NextAuthOptions } from "next-auth";
import { parseCookies } from "@/server/auth/parse-cookies";

interface Page {
  status: number;
  location: string | null;
  cookies: string[];
  body: unknown;
}

/** A browser that talks to next-auth's own handler with our options, keeping its cookies. */
export function authBrowser(optionsFor: () => NextAuthOptions, host = "127.0.0.1:3000") {
  const jar: Record<string, string> = {};

  async function visit(path: string, form?: Record<string, string>): Promise<Page> {
    const url = new URL(path, "http://127.0.0.1:3000");
    const nextauth = url.pathname.replace("/api/auth/", "").split("/");
    const page: Page = { status: 200, location: null, cookies: [], body: null };
    const request = {
      method: form ? "POST" : "GET",
      query: { nextauth, ...Object.fromEntries(url.searchParams) },
      headers: { host },
      cookies: { ...jar },
      body: form,
    };
    await NextAuth(request as never, responseInto(page) as never, optionsFor());
    for (const line of page.cookies) {
      const [pair] = line.split(";");
      Object.assign(jar, parseCookies(pair!));
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) delete jar[pair!.split("=")[0]!];
    }
    return page;
  }

  return {
    visit,
    jar,
    /** Presses a sign-in button: posts with the site's own CSRF token. */
    async signIn(action: string, fields: Record<string, string> = {}): Promise<Page> {
      const { csrfToken } = (await visit("/api/auth/csrf")).body as { csrfToken: string };
      return await visit(`/api/auth/${action}`, { csrfToken, ...fields });
    },
  };
}

function responseInto(page: Page) {
  const headers = new Map<string, unknown>();
  const response = {
    status: (code: number) => {
      page.status = code;
      return response;
    },
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader: (name: string, value: unknown) => {
      headers.set(name.toLowerCase(), value);
      if (name.toLowerCase() === "location") page.location = String(value);
      if (name.toLowerCase() === "set-cookie") page.cookies = [value].flat() as string[];
      return response;
    },
    json: (body: unknown) => void (page.body = body),
    send: (body: unknown) => void (page.body = body),
    end: () => {},
  };
  return response;
}
