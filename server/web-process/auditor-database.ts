import { openDatabase } from "../../db/client";
import { env } from "../env";
import { RungError } from "../errors";
import { processWide } from "./process-wide";

/**
 * The maintainers' pages' connections, under the role that reads everything and changes nothing; opened at first use.
 * @throws RungError `not_configured` if this site was not given the auditor's address
 */
export function auditorDatabase(): ReturnType<typeof openDatabase> {
  return processWide("auditor database", () => {
    const url = env().auditDatabaseUrl;
    if (url) return openDatabase(url, { max: 4 });
    throw new RungError(
      "not_configured",
      "This site cannot read the guarded data: AUDIT_DATABASE_URL is not set.",
      "On the site that maintainers use, set it to the auditor's address, which `rung migrate` prints.",
    );
  });
}
