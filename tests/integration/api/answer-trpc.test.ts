import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { expect } from "vitest";
import { wordsOf } from "@/app/_components/words/trouble";
import { answerTrpc } from "@/server/api/answers/answer-trpc";
import type { AppRouter } from "@/server/api/root";
import { siteUrl } from "./open-test-site";
import { webTest } from "./web-test";

const test = webTest().extend("tokens", { scope: "file" }, ({ ada }) => {
  return () => client({ cookie: ada.cookie }).api.teams.tokens.query();
});

/** A page's client, whose answers are noted as they come. */
function client(headers: Record<string, string>) {
  const answers: Response[] = [];
  const fetch = async (url: unknown, init: unknown) => {
    const { method, body, headers: own } = init as RequestInit;
    const all = new Headers({ host: "127.0.0.1:3000", ...headers });
    new Headers(own).forEach((value, name) => all.set(name, value));
    all.set("content-length", String(Math.max(String(body ?? "").length, Number(headers.bytes ?? 0))));
    const answer = await answerTrpc(new Request(String(url), { method, body, headers: all }));
    answers.push(answer.clone());
    return answer;
  };
  const links = [httpBatchLink({ url: `${siteUrl}/api/trpc`, fetch: fetch as never })];
  return { answers, api: createTRPCClient<AppRouter>({ links }) };
}
const refusal = (asked: Promise<unknown>) => asked.then(() => null, wordsOf);

test("a page is told in words that a change came from another site, and nothing is changed", async ({
  ada,
  tokens,
}) => {
  const before = await tokens();
  const { api, answers } = client({ cookie: ada.cookie, origin: "https://evil.example.org" });
  expect(await refusal(api.teams.createToken.mutate({ name: "stolen" }))).toEqual({
    message: "This change was requested from another site's page.",
    hint: expect.stringContaining("Use the site's own pages"),
  });
  expect(answers[0]!.status).toBe(403);
  expect(await tokens()).toEqual(before);
});

test("an unknown token and a request too large are told in words as well", async ({ ada }) => {
  const unknown = client({ authorization: "Bearer rung_none" });
  expect(await refusal(unknown.api.teams.me.query())).toMatchObject({ message: /token/i });
  expect(unknown.answers[0]!.status).toBe(401);
  const large = client({ cookie: ada.cookie, origin: siteUrl, bytes: "2000000" });
  expect(await refusal(large.api.teams.createToken.mutate({ name: "large" }))).toMatchObject({
    message: /1 MiB/,
  });
  expect(large.answers[0]!.status).toBe(413);
});

test("every call of a batch is told the same", async ({ ada }) => {
  const { api, answers } = client({ cookie: ada.cookie, origin: "https://evil.example.org" });
  const asked = ["one", "two"].map((name) => refusal(api.teams.createToken.mutate({ name })));
  const [first, second] = await Promise.all(asked);
  expect(second).toEqual(first);
  expect(answers).toHaveLength(1);
});

test("answers and refusals carry the headers of data; a maintainer's stay whole", async ({ site, ada }) => {
  const maintainer = await site.person("mary", "maintainer");
  const asked = [
    client({ cookie: ada.cookie }),
    client({ cookie: maintainer.cookie }),
    client({ authorization: "Bearer rung_none" }),
  ];
  const control = await Promise.all(
    asked.map(async ({ api, answers }) => {
      await api.teams.me.query().catch(() => null);
      expect(answers[0]!.headers.get("content-security-policy")).toContain("default-src 'none'");
      return answers[0]!.headers.get("cache-control");
    }),
  );
  expect(control).toEqual(["no-store", "no-store, no-transform", "no-store"]);
});
