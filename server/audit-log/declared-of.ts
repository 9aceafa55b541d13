import type { submissions } from "../../db/schema";

type Declared = "name" | "links" | "preprocessing";

/** What a team declared of a submission, as its line commits to it. */
export function declaredOf({ name, links, preprocessing }: Pick<typeof submissions.$inferSelect, Declared>) {
  return { name, links: { ...links }, preprocessing: { ...preprocessing } };
}
