import { RungError } from "../../errors";
import { databaseIsReady } from "../../web-process/database-is-ready";
import { problem } from "../problem";
import { apiHeaders } from "../security-headers";

/** `{"ok":true}` if the site can answer, with its database available and migrated; else 503. */
export async function answerHealth(): Promise<Response> {
  if (await databaseIsReady()) return Response.json({ ok: true }, { headers: apiHeaders });
  return problem(
    new RungError(
      "not_configured",
      "The database does not answer, or is not migrated.",
      "Its log says why: a full disk, perhaps. If it is new, run `npm run -s rung -- migrate`.",
    ),
  );
}
