import type { Sql } from "postgres";
import type { Seen } from "./observe-answers";

/** The clock of the queue and of published heads is the machine's, ids there are drawn: it counts which times are set, of how many. */
const withOwnClock = ["pgboss", "audit"];
const asSet = (column: string) => `(${column} is not null)::text`;

/** Every row and column that the web's role can read, and the public part of the log with its times. */
export async function observeDatabase({ web, owner }: { web: Sql; owner: Sql }): Promise<Seen> {
  const seen: Seen = new Map();
  for (const { schema, table, columns } of await readable(web)) {
    const row = columns.map((column) => `'${column.name}', ${shown(schema, column)}`).join(", ");
    const rows = await web.unsafe(
      `select jsonb_build_object(${row})::text as row from ${schema}.${quoted(table)} order by 1`,
    );
    seen.set(`web may read ${schema}.${table}`, rows.map((one) => one.row as string).join("\n"));
  }
  const lines = await owner`select id, at, kind, public from audit.lines order by id`;
  seen.set("public fields of the log", lines.map((line) => JSON.stringify(line)).join("\n"));
  return seen;
}

interface Column {
  name: string;
  type: string;
}

async function readable(web: Sql) {
  const found = await web<{ schema: string; table: string; columns: Column[] }[]>`
    select n.nspname as schema, c.relname as table,
      json_agg(json_build_object('name', a.attname, 'type', t.typname) order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
      and n.nspname not in ('pg_catalog', 'information_schema')
      and has_schema_privilege(n.oid, 'usage') and has_column_privilege(c.oid, a.attnum, 'select')
    group by 1, 2 order by 1, 2`;
  return found.map((one) => ({ ...one }));
}

function shown(schema: string, { name, type }: Column): string {
  const column = quoted(name);
  if (!withOwnClock.includes(schema)) return column;
  if (type === "timestamptz" || type === "timestamp") return asSet(column);
  return type === "uuid" ? "'an id'" : column;
}

const quoted = (name: string) => `"${name}"`;
