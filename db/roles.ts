import type postgres from "postgres";

/** The three roles below the owner. Who may read what is granted in the migration `grant_roles`. */
export const roleNames = { worker: "rung_worker", web: "rung_web", audit: "rung_auditor" } as const;

export type RolePasswords = Record<keyof typeof roleNames, string>;

/** Makes the roles that are missing and sets their passwords. Roles belong to the whole server, so two migrations may meet here. */
export async function makeRoles(sql: postgres.Sql, passwords: RolePasswords) {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('rung roles'))`;
    for (const [key, name] of Object.entries(roleNames)) {
      const [found] = await tx`select 1 from pg_roles where rolname = ${name}`;
      const password = passwords[key as keyof RolePasswords].replaceAll("'", "''");
      await tx.unsafe(`${found ? "alter" : "create"} role ${name} login nosuperuser password '${password}'`);
    }
    const [row] = await tx<{ name: string }[]>`select current_database() as name`;
    await tx.unsafe(`grant connect on database "${row?.name}" to ${Object.values(roleNames).join(", ")}`);
  });
}
