import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, check } from "drizzle-orm/pg-core";

/** Controls, ends of lines, direction and other characters that are not seen: the verbs refuse these and more (server/text). */
const unseen =
  "[\\u0001-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]";

/** Whatever writes it, a name has only characters that are seen. */
export function plainCheck(name: string, column: AnyPgColumn) {
  return check(name, sql`${column} !~ ${sql.raw(`'${unseen}'`)}`);
}

/** Whatever writes it, an address that pages link to is of the web. */
export function webAddressCheck(name: string, address: AnyPgColumn | SQL) {
  return check(name, sql`${address} ~* '^https?://'`);
}
