import { and, eq, inArray } from "drizzle-orm";
import { submissions } from "../../db/schema";

/** SQL, true for a submission with this id that has a page of its own: an entry that was scored, or disqualified since. */
export const isEntry = (id: string) =>
  and(
    eq(submissions.id, id),
    eq(submissions.kind, "entry"),
    inArray(submissions.state, ["scored", "disqualified"]),
  );
