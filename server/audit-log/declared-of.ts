import type { submissions } from "../../db/schema";

type Declared = "name" | "links" | "preprocessing" | "training" | "family";

/** What a team declared of a submission, as its line commits to it. */
export function declaredOf(row: Pick<typeof submissions.$inferSelect, Declared>) {
  const { name, links, preprocessing, training, family } = row;
  return {
    name,
    links: { ...links },
    preprocessing: { ...preprocessing },
    ...(training && { training }),
    ...(family && { family }),
  };
}
