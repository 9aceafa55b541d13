import { openDatabase } from "../../db/client";
import { env } from "../env";
import { RungError } from "../errors";
import { processWide } from "./process-wide";

/** The site's connections, under the role that cannot read exact counts; opened at first use, one pool per process. */
export function webDatabase(): ReturnType<typeof openDatabase> {
  return processWide("web database", () => openDatabase(webDatabaseUrl()));
}

/** Throws `not_configured` if the site was given no database. */
export function webDatabaseUrl(): string {
  const url = env().webDatabaseUrl;
  if (url) return url;
  throw new RungError(
    "not_configured",
    "The site has no database: WEB_DATABASE_URL is not set.",
    "Start the site with `npm start`, or set WEB_DATABASE_URL to the address that `npm run -s rung -- migrate` prints.",
  );
}
