import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { describe, expect } from "vitest";
import { appendLine } from "@/server/audit-log/append-line";
import { sharedSiteTest } from "../../fixtures/shared-site-test";

const test = sharedSiteTest
  .extend("open", { scope: "file" }, async ({ site }, { onCleanup }) => {
    const { workerUrl, webUrl, auditUrl } = site.database;
    const [worker, web, auditor] = [workerUrl, webUrl, auditUrl].map((url) => postgres(url, { max: 1 }));
    const open = { worker: worker!, web: web!, auditor: auditor! };
    onCleanup(async () => void (await Promise.all(Object.values(open).map((sql) => sql.end()))));
    return open;
  })
  .extend("withdrawal", { scope: "file", auto: true }, ({ site }) =>
    appendLine(site.web.db, {
      kind: "withdrawal",
      at: site.clock.now,
      public: { submission: randomUUID(), team: randomUUID() },
    }),
  );

const denied = [
  ["web", "select * from guarded.evaluations"],
  ["web", "select * from guarded.decisions"],
  ["web", "select * from guarded.ladders"],
  ["web", "select * from guarded.keys"],
  ["web", "select * from guarded.version_images"],
  ["web", "select * from guarded.audit_secrets"],
  ["web", "select * from guarded.repeats"],
  ["web", "insert into guarded.repeats select * from guarded.repeats"],
  ["web", "insert into open_labels select * from open_labels"],
  ["worker", "delete from open_labels"],
  ["worker", "update open_labels set names = null"],
  ["web", "update test_sets set role = 'original'"],
  ["worker", "update test_sets set role = 'original'"],
  ["web", "select refusal from void_requests"],
  ["web", "select * from audit.lines"],
  ["web", "insert into audit.lines select * from audit.lines"],
  ["web", "insert into hidden_intervals select * from hidden_intervals"],
  ["worker", "update hidden_intervals set bits = 0"],
  ["worker", "delete from hidden_intervals"],
  ["web", "update scores set accuracy = 1"],
  ["web", "insert into scores select * from scores"],
  ["web", "update submissions set decision = 'climbed'"],
  ["web", "update submissions set hidden_due_at = now()"],
  ["web", "update pools set policy = '{}'"],
  ["web", "update decision_counts set decisions = 0"],
  ["web", "select * from guarded.similarities"],
  ["web", "select * from guarded.team_links"],
  ["web", "select * from guarded.fingerprints"],
  ["web", "select * from guarded.adaptivity"],
  ["web", "insert into published_adaptivity select * from published_adaptivity"],
  ["web", "update test_set_versions set images = 1"],
  ["web", "update test_set_versions set images_digest = null"],
  ["web", "insert into audit.published_heads values ('2000-01-01', '', now())"],
  ["web", "delete from audit.verifications"],
  ["web", "update vouch_rules set value = 'x'"],
  ["web", "update rule_vouches set address_digest = null"],
  ["web", "delete from rule_vouches"],
  ["worker", "update decision_counts set decisions = 0"],
  ["worker", "select * from rate_limits"],
  ["auditor", "select * from rate_limits"],
  ["worker", "delete from guarded.similarities"],
  ["worker", "insert into audit.verifications (started_at) values (now())"],
  ["worker", "update audit.lines set kind = 'x'"],
  ["worker", "delete from audit.lines"],
  ["worker", "insert into audit.lines select * from audit.lines"],
  ["worker", "update audit.head set id = 0"],
  ["worker", "select * from guarded.audit_secrets"],
  ["worker", "update pools set policy = '{}'"],
  ["worker", "delete from guarded.evaluations"],
  ["worker", "update guarded.repeats set ended_at = now()"],
  ["worker", "insert into repeat_requests select * from repeat_requests"],
  ["worker", "delete from scores"],
  ["worker", "delete from submissions"],
  ["web", "delete from model_files"],
  ["worker", "insert into api_tokens select * from api_tokens"],
  ["auditor", "update guarded.decisions set decision = 'climbed'"],
  ["auditor", "insert into audit.lines select * from audit.lines"],
  ["auditor", "delete from guarded.repeats"],
  ["auditor", "delete from submissions"],
  ["auditor", "select audit.publish_head(now())"],
  ["auditor", "select audit.append_line('x', '{}', '{}', '', '', now())"],
] as const;

describe("the database refuses", () => {
  test.for(denied)("the %s role: %s", async ([role, statement], { open }) => {
    await expect(open[role].unsafe(statement)).rejects.toMatchObject({ code: "42501" });
  });

  test("to let anybody below the owner make a table", async ({ open }) => {
    for (const sql of Object.values(open)) {
      await expect(sql.unsafe("create table mine (n int)")).rejects.toMatchObject({ code: "42501" });
    }
  });
});

describe("the database allows", () => {
  test("the web to count acts against a rate and to forget them", async ({ open }) => {
    await open.web!`insert into rate_limits values ('an act', 1, now() - interval '1 hour')`;
    await open.web!`update rate_limits set points = points + 1`;
    expect(await open.web!`delete from rate_limits where expire < now() returning points`).toEqual([
      { points: 2 },
    ]);
  });

  test("the auditor to read the log with its secrets", async ({ open }) => {
    const rows =
      await open.auditor`select l.kind, s.secret from audit.lines l join guarded.audit_secrets s on s.line_id = l.id`;
    expect(rows).toEqual([{ kind: "withdrawal", secret: "{}" }]);
  });
});
