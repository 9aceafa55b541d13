import postgres from "postgres";
import { RoleError } from "./role-error";
import { type RoleKey, roleNames } from "./roles";

/** Each role's name and password, as an address of this database. */
export type RoleUrls = Record<RoleKey, string>;

interface Found {
  name: string;
  aboveAll: boolean;
}

/**
 * Creates the missing roles. An existing role gets its password set if its address does not open the database yet, and is not
 * changed otherwise: an owner who is not a superuser may not even state that a role is not one. Throws RoleError.
 */
export async function makeRoles(sql: postgres.Sql, urls: RoleUrls): Promise<void> {
  const found = await sql<Found[]>`
    select rolname as name, rolsuper or rolcreaterole or rolbypassrls as "aboveAll" from pg_roles`;
  const keys = Object.keys(roleNames) as RoleKey[];
  for (const key of keys) {
    const name = roleNames[key];
    const known = found.find((role) => role.name === name);
    if (known?.aboveAll) throw aboveAll(name);
    if (!known) await make(sql, name, urls[key]);
  }
  await grantConnect(sql);
  for (const key of keys) await ensurePassword(sql, roleNames[key], urls[key]);
}

async function make(sql: postgres.Sql, name: string, url: string): Promise<void> {
  await sql.unsafe(`create role ${name} login password ${quotedPassword(url)}`).catch((cause: unknown) => {
    if (!isDenied(cause)) throw cause;
    throw new RoleError(
      `The role ${name} is missing, and the database's owner may not create it.`,
      `Ask someone with the right to run: create role ${name} login password '...'. Then set its address and migrate again.`,
      { cause },
    );
  });
}

async function grantConnect(sql: postgres.Sql): Promise<void> {
  const [row] = await sql<{ name: string }[]>`select current_database() as name`;
  await sql.unsafe(`grant connect on database "${row?.name}" to ${Object.values(roleNames).join(", ")}`);
}

async function ensurePassword(sql: postgres.Sql, name: string, url: string): Promise<void> {
  if (await opens(url)) return;
  await sql.unsafe(`alter role ${name} login password ${quotedPassword(url)}`).catch((cause: unknown) => {
    if (!isDenied(cause)) throw cause;
    throw new RoleError(
      `The role ${name} has a different password, which the database's owner may not change.`,
      `Set its address with its current password, or ask the role's creator to run: alter role ${name} password '...'.`,
      { cause },
    );
  });
}

async function opens(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`select`;
    return true;
  } catch (error) {
    if (isRefused(error)) return false;
    throw error;
  } finally {
    await sql.end();
  }
}

const codeOf = (error: unknown) => String((error as { code?: unknown }).code);
/** Wrong name or password, or no right to connect. */
const isRefused = (error: unknown) => codeOf(error).startsWith("28") || isDenied(error);
const isDenied = (error: unknown) => codeOf(error) === "42501";

function quotedPassword(url: string): string {
  return `'${decodeURIComponent(new URL(url).password).replaceAll("'", "''")}'`;
}

function aboveAll(name: string): RoleError {
  return new RoleError(
    `The role ${name} has rights over the whole server.`,
    `Take them away, as a superuser: alter role ${name} nosuperuser nocreaterole nobypassrls.`,
  );
}
