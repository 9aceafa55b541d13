import { and, eq, isNull } from "drizzle-orm";
import { submissions } from "../../../db/schema";

/** A submission whose original part is claimed and has no result yet. */
export const onTrial = (submissionId: string) =>
  and(
    eq(submissions.id, submissionId),
    eq(submissions.state, "evaluating"),
    isNull(submissions.hiddenClaimedAt),
    isNull(submissions.spentAt),
  );
