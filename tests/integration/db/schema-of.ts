import postgres from "postgres";

const ours = "n.nspname in ('public', 'guarded', 'audit', 'pgboss', 'drizzle')";
/** Who may do what, in an order that does not depend on that of the grants. */
const rights = (
  acl: string,
) => `(select string_agg(r.rolname || ' ' || a.privilege_type, ', ' order by r.rolname, a.privilege_type)
  from (select distinct grantee, privilege_type from aclexplode(${acl})) a join pg_roles r on r.oid = a.grantee)`;

const parts = {
  schemas: `select n.nspname || ': ' || coalesce(${rights("n.nspacl")}, '') as line from pg_namespace n where ${ours}`,
  relations: `select concat_ws(' ', n.nspname, c.relname, c.relkind, ${rights("c.relacl")}) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours}`,
  columns: `select concat_ws(' ', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
      pg_get_expr(d.adbin, d.adrelid), ${rights("a.attacl")}) as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where ${ours} and a.attnum > 0 and not a.attisdropped`,
  constraints: `select concat_ws(' ', n.nspname, c.relname, x.conname, pg_get_constraintdef(x.oid)) as line
    from pg_constraint x join pg_class c on c.oid = x.conrelid join pg_namespace n on n.oid = c.relnamespace where ${ours}`,
  indexes: `select pg_get_indexdef(i.indexrelid) as line
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace where ${ours}`,
  functions: `select concat_ws(' ', n.nspname, p.proname, md5(p.prosrc), p.prosecdef, ${rights("p.proacl")}) as line
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours}`,
  triggers: `select concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled) as line
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and not t.tgisinternal`,
  kinds: `select concat_ws(' ', n.nspname, t.typname, e.enumlabel, e.enumsortorder) as line
    from pg_enum e join pg_type t on t.oid = e.enumtypid join pg_namespace n on n.oid = t.typnamespace where ${ours}`,
  migrations: "select hash as line from drizzle.__drizzle_migrations",
  queues: `select concat_ws(' ', name, policy, retry_limit, expire_seconds, heartbeat_seconds, notify) as line from pgboss.queue`,
};

/** A database's whole schema with all rights, as lines. */
export async function schemaOf(url: string): Promise<Record<string, string[]>> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const found: Record<string, string[]> = {};
    for (const [name, query] of Object.entries(parts)) {
      const rows = await sql.unsafe<{ line: string }[]>(query);
      found[name] = rows.map(({ line }) => line).sort();
    }
    return found;
  } finally {
    await sql.end();
  }
}
