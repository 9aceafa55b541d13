import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { teams } from "@/db/schema";
import { endVouchRule } from "@/server/teams/vouch-rules/end-vouch-rule";
import { rulesInForce } from "@/server/teams/vouch-rules/rules-in-force";
import { setVouchRule } from "@/server/teams/vouch-rules/set-vouch-rule";
import type { GithubPerson } from "./fake-github";
import { signInTest, signInWithGithub } from "./sign-in-test";

const test = signInTest
  /** Sets these rules and no others. */
  .extend("rules", { scope: "file" }, ({ site }) => async (...given: [kind: string, value: string][]) => {
    const ctx = { ...site.ctx, viewer: null };
    for (const { id } of await rulesInForce(ctx.db)) await endVouchRule({ ctx, input: { id } });
    for (const [kind, value] of given) {
      const input = { kind: kind as "organisation", value, reason: "Known." };
      await setVouchRule({ ctx, input });
    }
  })
  /** Signs somebody in: whether they are signed in, when their team was vouched for, and what GitHub was asked. */
  .extend(
    "arrive",
    { scope: "file" },
    ({ site, github, browserOf, whoIs, troubles }) =>
      async (person: Partial<GithubPerson> & { id: number }) => {
        github.signedIn({ login: `person-${person.id}`, email: null, ...person });
        github.asked.length = 0;
        troubles.length = 0;
        const browser = browserOf();
        await signInWithGithub(browser);
        const viewer = await whoIs(browser.jar);
        const [team] = await site.ctx.db.select().from(teams).where(eq(teams.id, viewer!.teamId));
        return { viewer: viewer!, vouched: team!.vouchedAt !== null, asked: [...github.asked] };
      },
  );

const verified = (...emails: string[]) => emails.map((email) => ({ email, verified: true }));

test("without a rule nobody is vouched for, and GitHub is asked for the profile alone", async ({
  rules,
  arrive,
}) => {
  await rules();
  const { vouched, asked } = await arrive({ id: 1, emails: verified("ada@example.org") });
  expect({ vouched, asked }).toEqual({ vouched: false, asked: ["/user"] });
});

test.for<[string, [string, string], Partial<GithubPerson>]>([
  [
    "a verified address",
    ["email-domain", "example.org"],
    { emails: verified("x@gmail.com", "ada@example.org") },
  ],
  ["an old account", ["account-age", "365"], { created_at: "2009-01-01T00:00:00Z" }],
  ["public membership", ["organisation", "our-lab"], { organisations: ["Our-Lab"] }],
])(
  "%s vouches for a team at its first sign-in, and the log says so in nobody's name",
  async ([, rule, facts], { site, rules, arrive }) => {
    await rules(rule);
    const id = 10 + rule[0].length;
    expect((await arrive({ id: id + 100 })).vouched).toBe(false);
    const { vouched, viewer } = await arrive({ id, ...facts });
    expect(vouched).toBe(true);
    const lines = await site.sql`select fields from audit.lines
    where kind = 'vouch' and fields->>'team' = ${viewer.teamId}`;
    expect(lines.map(({ fields }) => fields)).toEqual([
      expect.objectContaining({ vouched: true, by: null, reason: expect.stringMatching(/^by a rule: has /) }),
    ]);
  },
);

test("a rule set later vouches at the next sign-in, which asks only for what the rules go by", async ({
  rules,
  arrive,
}) => {
  await rules(["email-domain", "later.org"]);
  const person = { id: 30, emails: verified("ada@later.org"), organisations: ["later-lab"] };
  const before = await arrive({ ...person, emails: [{ email: "ada@later.org", verified: false }] });
  expect([before.vouched, before.asked]).toEqual([false, ["/user", "/user/emails"]]);
  await rules(["organisation", "later-lab"]);
  const after = await arrive(person);
  expect([after.vouched, after.asked]).toEqual([true, ["/user", "/users/person-30/orgs"]]);
  expect((await arrive(person)).asked).toEqual(["/user"]);
});

test("facts that GitHub does not give stop nobody from signing in, nor another rule from vouching", async ({
  rules,
  arrive,
  troubles,
}) => {
  await rules(["email-domain", "example.org"]);
  const refused = await arrive({ id: 40, emails: null, created_at: "not a date" });
  expect([refused.viewer.name, refused.vouched]).toEqual(["person-40", false]);
  expect(troubles.map(String)).toEqual(["Error: GitHub answered 404 at /user/emails"]);
  await rules(["email-domain", "example.org"], ["account-age", "365"]);
  expect((await arrive({ id: 40, emails: null, created_at: "2009-01-01T00:00:00Z" })).vouched).toBe(true);
});

test("an address that vouched for one account vouches for no other that it is moved to", async ({
  rules,
  arrive,
}) => {
  await rules(["email-domain", "example.org"]);
  expect((await arrive({ id: 50, emails: verified("eve@example.org") })).vouched).toBe(true);
  const moved = await arrive({ id: 51, emails: verified("Eve@example.org") });
  expect([moved.viewer.name, moved.vouched]).toEqual(["person-51", false]);
});
