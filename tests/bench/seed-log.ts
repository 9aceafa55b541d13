import { createHash } from "node:crypto";
import type postgres from "postgres";
import { canonicalJson } from "@/server/audit-log/canonical-json";
import { commitmentOf, genesisHash, lineHash } from "@/server/audit-log/line-hash";
import type { Line } from "@/server/audit-log/line-schema";
import { publicText } from "@/server/audit-log/public-text";
import { bitsFromBytes } from "@/server/release/bit-vector";
import { decideRelease } from "@/server/release/decide-release";
import { defaultPolicy } from "@/server/release/default-policy";
import { freshLadder } from "@/server/release/ladder-state";
import { releaseExact, releaseUnder } from "@/server/release/released-score";
import { seededRandom } from "@/server/statistics/seeded-random";
import { epoch, images, seedBenchmark, uuid } from "./seed-log-benchmark";
import { wrongBytes } from "./wrong-bytes";

const perTeam = 30;
/** Lines of a submission: made, evaluated, spent, decided. */
const linesEach = 4;

type Row = Record<string, unknown>;
interface Rows {
  lines: Row[];
  secrets: Row[];
  submissions: Row[];
  evaluations: Row[];
  decisions: Row[];
  scores: Row[];
}

/**
 * Fills a migrated, empty database with a log that verifies: submissions of teams on one pool, four lines each, with bits, decisions and
 * scores. Needs the owner's rights.
 * @param wanted lines, about
 */
export async function seedLog(sql: postgres.Sql, wanted: number): Promise<void> {
  await sql`alter table submissions disable trigger submission_moved`;
  const { fraction: random } = seededRandom(1);
  const site = await seedBenchmark(sql);
  const chain = { id: 0, hash: genesisHash as Uint8Array };
  let rows = noRows();
  const append = (line: Line, at: Date) => {
    const { kind, public: fields, secret } = line;
    const text = publicText(kind, at, fields);
    const salt = createHash("sha256").update(String(chain.id)).digest();
    const secretText = canonicalJson(secret);
    const commitment = commitmentOf(salt, secretText);
    chain.hash = lineHash(chain.hash, text, commitment);
    chain.id += 1;
    rows.lines.push({
      id: chain.id,
      at: at.toISOString(),
      kind,
      public: text,
      fields: JSON.stringify(JSON.parse(text)),
      commitment,
      hash: chain.hash,
    });
    rows.secrets.push({ line_id: chain.id, salt, secret: secretText });
  };
  for (const line of site.lines) append(line, new Date(epoch));
  const { policy } = defaultPolicy(images);
  for (let team = 0; chain.id < wanted; team += 1) {
    const teamId = uuid(7, team);
    await sql`insert into teams (id, slug, name) values (${teamId}, ${`team-${team}`}, ${`Team ${team}`})`;
    let ladder = { state: freshLadder, baseline: null as ReturnType<typeof bitsFromBytes> | null };
    let errors = 500 + Math.floor(400 * random());
    for (let i = 0; i < perTeam && chain.id < wanted; i += 1) {
      const id = uuid(8, team * perTeam + i);
      const at = (n: number) => new Date(epoch + ((team * perTeam + i) * linesEach + n) * 1_000);
      errors = Math.max(50, errors - Math.floor(30 * random()));
      const bytes = wrongBytes(random, errors);
      const bits = bitsFromBytes(bytes, images);
      const noise = ladder.state.rung ? Math.round(20 * (random() - 0.5)) : 0;
      const step = decideRelease({ policy, ...ladder, submission: { wrong: bits }, noise, atLeast: 1 });
      const submitted = { submission: id, benchmark: site.benchmark, team: teamId, model: site.model };
      append({ kind: "submission", public: { ...submitted, refused: null, atLeast: 1 }, secret: {} }, at(0));
      const exact = { version: site.original, total: images, top1: images - errors, top5: null };
      append(
        {
          kind: "evaluation",
          public: { submission: id, role: "original", results: [{ ...exact, device: "cpu" }] },
          secret: {},
        },
        at(1),
      );
      append({ kind: "spending", public: { submission: id, team: teamId, by: null }, secret: {} }, at(2));
      const { decision, released } = step;
      append(
        {
          kind: "decision",
          public: {
            submission: id,
            pool: site.pool,
            scope: "team",
            team: teamId,
            decision,
            rung: released?.lossText ?? null,
            others: [],
          },
          secret: {
            ...step.trace,
            before: ladder.state,
            after: step.state,
            version: site.hidden,
            wrong: createHash("sha256").update(bytes).digest("hex"),
          },
        },
        at(3),
      );
      const of = { submission_id: id };
      rows.submissions.push({
        id,
        benchmark_id: site.benchmark,
        team_id: teamId,
        name: `model ${i}`,
        model_hash: site.model,
        preprocessing: JSON.stringify({}),
        state: "scored",
        decision,
        version_ids: JSON.stringify([site.original, site.hidden]),
        submitted_at: at(0).toISOString(),
        spent_at: at(2).toISOString(),
        ended_at: at(3).toISOString(),
      });
      for (const version_id of [site.original, site.hidden])
        rows.evaluations.push({
          ...of,
          version_id,
          part: "all",
          total: images,
          top1: images - errors,
          wrong: bytes,
          predictions: Buffer.alloc(0),
          ran: JSON.stringify({}),
          created_at: at(1).toISOString(),
        });
      rows.decisions.push({
        ...of,
        pool_id: site.pool,
        scope: "team",
        decision,
        trace: JSON.stringify({ ...step.trace }),
        before: JSON.stringify({ ...ladder.state }),
        after: JSON.stringify({ ...step.state }),
        decided_at: at(3).toISOString(),
      });
      const shown = [
        {
          version_id: site.original,
          score: releaseExact({ correct: images - errors, total: images }),
          released_at: at(1).toISOString(),
        },
      ];
      if (released) {
        const score = releaseUnder({ policy, correct: images - errors, total: images });
        shown.push({ version_id: site.hidden, score, released_at: at(3).toISOString() });
      }
      for (const { score, ...row } of shown) {
        const { kind, correct, total, accuracy, interval } = score;
        rows.scores.push({ ...of, ...row, metric: "top1", kind, correct, total, accuracy, ...interval });
      }
      ladder = step;
    }
    await sql`insert into guarded.ladders (pool_id, scope, team_id, state, baseline, updated_at)
      values (${site.pool}, 'team', ${teamId}, ${JSON.stringify({ ...ladder.state })}, ${ladder.baseline?.bytes ?? null}, ${new Date(epoch).toISOString()})`;
    if (rows.lines.length < 4_000 && chain.id < wanted) continue;
    await insert(sql, rows);
    rows = noRows();
  }
  await sql`update audit.head set id = ${chain.id}, hash = ${chain.hash}`;
  await sql`alter table submissions enable trigger submission_moved`;
  await sql`vacuum analyze`;
}

const noRows = (): Rows => ({
  lines: [],
  secrets: [],
  submissions: [],
  evaluations: [],
  decisions: [],
  scores: [],
});

async function insert(sql: postgres.Sql, rows: Rows): Promise<void> {
  const tables = {
    "audit.lines": rows.lines,
    "guarded.audit_secrets": rows.secrets,
    submissions: rows.submissions,
    "guarded.evaluations": rows.evaluations,
    "guarded.decisions": rows.decisions,
    scores: rows.scores,
  };
  for (const [table, all] of Object.entries(tables))
    for (let i = 0; i < all.length; i += 2_000)
      await sql`insert into ${sql(table)} ${sql(all.slice(i, i + 2_000))}`;
}
