import type { LineKind } from "@/server/audit-log/line-schema";

/** What a line of each kind records, in the order of the filter. */
export const lineWords: Record<LineKind, string> = {
  submission: "A model was submitted, judged again, or refused by inspection",
  evaluation: "The exact counts of a submission on original test sets, or of a reference",
  decision: "A ladder’s decision on a submission: climbed or held",
  void: "A decision was voided: the machine had failed the submission",
  repeat: "A maintainer had a hidden evaluation repeated, or the repeat is done; nothing changes by it",
  failure: "A model failed on original images",
  trial:
    "A model was tried on some original images: it cannot be run, or another preprocessing suits it better",
  withdrawal: "A team withdrew its submission",
  lapse: "A submission was withdrawn by the site before it was spent: it had waited too long, or in vain",
  spending: "The hidden part of a submission was spent",
  "quota-refusal": "A submission was refused because the team’s quota was spent",
  "original-refusal": "A submission was refused for what its team had had on original images",
  approval: "A maintainer approved a team’s first release",
  decline: "A maintainer declined a team’s first release",
  vouch: "Somebody vouched for a team, or a vouch ended",
  "vouch-rule": "A maintainer set or ended a rule that vouches for teams",
  resumption: "A maintainer had a hidden evaluation taken up again that the machine had failed",
  verification: "A maintainer marked a submission as verified, or took the mark away",
  disqualification: "A maintainer disqualified a submission",
  reinstatement: "A disqualification was taken back",
  merge: "Two teams became one",
  "maintainer-sign-in": "A maintainer signed in",
  benchmark: "A benchmark was created",
  "test-set": "A version of a test set was imported or activated, or test sets were retired",
  "reference-import": "Published results were imported",
  token: "Somebody made an API token",
};
