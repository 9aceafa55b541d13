import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { PgBoss } from "pg-boss";
import postgres from "postgres";
import { makeRoles } from "./make-roles";
import { type RoleKey, type RolePasswords, roleNames } from "./roles";

/**
 * The shortest heartbeats that the library allows, so that a killed worker's job is taken over within seconds; jobs that fail
 * through our fault are retried for days.
 */
const job = {
  notify: true,
  heartbeatSeconds: 10,
  expireInSeconds: 23 * 3600,
  retryLimit: 5_000,
  retryDelay: 1,
  retryDelayMax: 60,
  retryBackoff: true,
};
const queues = {
  "evaluate-original": job,
  "evaluate-hidden": job,
  "refresh-fits": { ...job, policy: "short" },
  "compare-predictions": job,
  "measure-adaptivity": { ...job, policy: "short" },
  "void-decision": job,
  "repeat-evaluation": job,
  "join-ladders": { ...job, policy: "short" },
} as const;

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url));

/**
 * Brings a database to the current schema: roles, named migrations, the job queue's own tables and their grants. Safe to run
 * again and from two processes at once. The owner need not be a superuser. Throws RoleError with a hint if the roles cannot be
 * created or used.
 * @returns a connection string for each role below the owner
 */
export async function migrate({
  ownerUrl,
  rolePasswords = randomPasswords(),
}: {
  ownerUrl: string;
  rolePasswords?: RolePasswords;
}) {
  const urlOf = (key: RoleKey) => {
    const url = new URL(ownerUrl);
    url.username = roleNames[key];
    url.password = rolePasswords[key];
    return url.toString();
  };
  const urls = { worker: urlOf("worker"), web: urlOf("web"), audit: urlOf("audit") };
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(hashtext('rung migrate'))`;
    await makeRoles(sql, urls);
    await runMigrations(drizzle(sql), { migrationsFolder });
    await prepareQueue(ownerUrl, sql);
  } finally {
    await sql.end();
  }
  return { workerUrl: urls.worker, webUrl: urls.web, auditUrl: urls.audit };
}

async function prepareQueue(ownerUrl: string, sql: postgres.Sql) {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  for (const [name, options] of Object.entries(queues)) {
    if (!(await boss.getQueue(name))) await boss.createQueue(name, options);
  }
  await boss.stop({ graceful: false });
  await grantQueue(sql);
}

/**
 * The worker runs the queue. The web adds jobs and reads nothing of them: anyone who gains the web's rights must not see when one
 * began, beat or ended, or how it failed.
 */
async function grantQueue(sql: postgres.Sql) {
  const { worker, web } = roleNames;
  const tables = await sql<{ name: string }[]>`
    select i.inhrelid::regclass::text as name from pg_inherits i where i.inhparent = 'pgboss.job'::regclass
    union select 'pgboss.job'`;
  await sql.unsafe(`
    grant usage on schema pgboss to ${worker}, ${web};
    grant execute on all functions in schema pgboss to ${worker}, ${web};
    grant usage on all sequences in schema pgboss to ${worker};
    grant select, insert, update, delete on all tables in schema pgboss to ${worker};
    revoke all on all tables in schema pgboss from ${web};
    grant select on pgboss.version, pgboss.queue to ${web};
    ${tables.map(({ name }) => `grant insert, select (id, start_after) on ${name} to ${web};`).join("\n    ")}
  `);
}

function randomPasswords(): RolePasswords {
  const draw = () => randomBytes(24).toString("base64url");
  return { worker: draw(), web: draw(), audit: draw() };
}
