import postgres from "postgres";
import { RungError } from "../../errors";

/**
 * Makes sure that the site's database role is the web's: one that can read exact counts (the guarded schema) or change the schema
 * is refused, whatever the pages do. Throws `not_configured`.
 */
export async function refuseStrongRole(webUrl: string): Promise<void> {
  const sql = postgres(webUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    const [role] = await sql<{ name: string; strong: boolean; reads_guarded: boolean | null }[]>`
      select current_user as name,
        rolsuper or rolcreaterole or rolbypassrls or has_database_privilege(current_database(), 'create') as strong,
        (select bool_or(has_schema_privilege(oid, 'usage')) from pg_namespace where nspname = 'guarded') as reads_guarded
      from pg_roles where rolname = current_user`;
    if (role === undefined || role.reads_guarded === null) {
      throw new RungError(
        "not_configured",
        "The database has no schema yet.",
        "Run `npm run -s rung -- migrate` first.",
      );
    }
    if (role.strong || role.reads_guarded) {
      throw new RungError(
        "not_configured",
        `The site would connect as ${role.name}, which ${role.strong ? "owns the database" : "can read exact counts"}. It was not started.`,
        "Set WEB_DATABASE_URL to the web role's address, which `npm run -s rung -- migrate` prints.",
      );
    }
  } finally {
    await sql.end();
  }
}
