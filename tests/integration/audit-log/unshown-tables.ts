/** Tables of which no page shows a number or a mark to everyone. */
export const unshownTables: Record<string, string> = {
  accounts: "who signed in how",
  api_tokens: "a person's own",
  memberships: "who is in a team",
  rate_limits: "the site's own work",
  pool_closings: "the site's own work until lines and audit.published_secrets say what became of it",
  repeat_requests: "for maintainers, and lines say when",
  rule_vouches: "for maintainers, and lines say which rule vouched",
  trials: "the site's own work until a line says what became of it",
  uploads: "a person's own",
  users: "people",
  void_requests: "for maintainers, and lines say what was voided",
  vouch_rules: "for maintainers, and lines say which rules there were",
};
