import type { vouchRules } from "../../../db/schema";

/** What a rule asks for, in words that follow "has". */
export function ruleText({ kind, value }: Pick<typeof vouchRules.$inferSelect, "kind" | "value">): string {
  switch (kind) {
    case "email-domain":
      return `a verified e-mail address at ${value}`;
    case "account-age":
      return `a GitHub account of at least ${value} ${value === "1" ? "day" : "days"}`;
    case "organisation":
      return `public membership in ${value} on GitHub`;
  }
}
