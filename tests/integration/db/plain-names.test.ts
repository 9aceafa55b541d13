import { expect } from "vitest";
import { unseen } from "@/server/text/unseen";
import { sharedSiteTest as test } from "../../fixtures/shared-site-test";

const users = (name: string) => ({ name, role: "researcher" });

test("whatever writes it, a name that is not seen as it is never gets into the database", async ({
  site,
}) => {
  const { sql } = site;
  for (const bad of ["a\u202eb", "a\nb", "a\u001bb", "a\u009bb", "a\u200bb", "\ufeffa"]) {
    await expect(sql`insert into users ${sql(users(bad))}`).rejects.toThrow(/user_name_is_plain/);
    await expect(sql`insert into teams ${sql({ slug: "s", name: bad })}`).rejects.toThrow(
      /team_name_is_plain/,
    );
  }
  await sql`insert into users ${sql(users("مدل‌ها 👨‍👩‍👧 Ångström"))}`;
});

test("what the database refuses in a name, the verbs refuse too: nobody sees its error", async ({ site }) => {
  const codes = Array.from({ length: 0xffff }, (_, i) => i + 1).filter(
    (code) => code < 0xd800 || code > 0xdfff,
  );
  const [{ definition }] = (await site.sql`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'user_name_is_plain'`) as unknown as [
    { definition: string },
  ];
  const pattern = /!~ '(.*)'::text/.exec(definition)![1]!;
  const refused = await site.sql<{ code: number }[]>`
    select code from unnest(${codes}::int[]) as code where 'a' || chr(code) ~ ${pattern}`;
  expect(refused.length).toBeGreaterThan(80);
  for (const { code } of refused) expect(unseen.test(`a${String.fromCharCode(code)}`)).toBe(true);
});

test("whatever writes it, a link is of the web", async ({ site }) => {
  const [constraint] = await site.sql`
    select count(*)::int as found from pg_constraint
    where conname in ('paper_is_a_web_address', 'code_is_a_web_address', 'reference_has_a_web_address')`;
  expect(constraint!.found).toBe(3);
  const add = (which: string, address: string) => site.sql`
    insert into submissions (benchmark_id, team_id, name, model_hash, preprocessing, state, submitted_at, links)
    values (gen_random_uuid(), gen_random_uuid(), 'a', 'b', '{}', 'queued', now(),
      jsonb_build_object(${which}::text, ${address}::text))`;
  await expect(add("paper", "javascript:alert(1)")).rejects.toThrow(/paper_is_a_web_address/);
  await expect(add("code", "data:text/html,x")).rejects.toThrow(/code_is_a_web_address/);
  await expect(add("paper", "https://example.org")).rejects.toThrow(/foreign key/);
});
