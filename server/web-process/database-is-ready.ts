import { webDatabase } from "./web-database";

/** Whether the database answers and its schema is there, asked as the site asks. */
export async function databaseIsReady(): Promise<boolean> {
  try {
    await webDatabase().sql`select count(*) from (select from submissions limit 1) as probe`;
    return true;
  } catch {
    return false;
  }
}
