import { webDatabase } from "./web-database";

/** Whether the database answers and has its schema, checked with the site's own connection. */
export async function databaseIsReady(): Promise<boolean> {
  try {
    await webDatabase().sql`select count(*) from (select from submissions limit 1) as probe`;
    return true;
  } catch {
    return false;
  }
}
