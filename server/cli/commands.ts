import { trainings } from "../evaluation/training";
import type { Command } from "./io";

interface Entry {
  /** What follows the command's name. */
  usage: string;
  summary: string;
  load: () => Promise<Command>;
}

const preprocessing =
  "[--layout NCHW|NHWC] [--channel-order RGB|BGR] [--mean 0,0,0] [--std 1,1,1] [--input-size 3,32,32] [--interpolation bicubic] [--crop-pct 1] [--crop-mode center]";

/** Every command by its name. Each is loaded when called, so a pure one needs neither a database nor a build. */
export const commands: Readonly<Record<string, Entry>> = {
  start: {
    usage: "",
    summary: "starts everything on this machine and prints its address; Ctrl-C stops it",
    load: async () => (await import("./commands/start")).start,
  },
  web: {
    usage: "[--host 127.0.0.1]",
    summary: "serves the site only",
    load: async () => (await import("./commands/web")).web,
  },
  worker: {
    usage: "",
    summary: "evaluates submissions only; run as many as you like",
    load: async () => (await import("./commands/worker")).worker,
  },
  migrate: {
    usage: "",
    summary: "updates the database to the current schema and prints the roles' addresses",
    load: async () => (await import("./commands/migrate")).migrate,
  },
  "benchmark create": {
    usage:
      "SLUG --name .. --classes FILE --input-size 3,32,32 [--synsets FILE] [--description ..] [--per-day 2] [--lifetime N] [--max-window HOURS] [--judged-scale logit]",
    summary: "creates a benchmark without test sets",
    load: async () => (await import("./commands/benchmark-create")).benchmarkCreate,
  },
  "benchmark judge": {
    usage: "SLUG --scale linear|logit|probit",
    summary: "sets the scale on which verdict and marks are judged, with a line in the log",
    load: async () => (await import("./commands/benchmark-judge")).benchmarkJudge,
  },
  "testset import": {
    usage:
      "PATH --benchmark SLUG --name .. --role original|hidden|public [--description ..] [--labels FILE.npy] [--policy '{..}'] [--audit-fraction F] [--pool NAME] [--primary] [--team-bias 0.02] [--insist REASON]",
    summary: "freezes the images of a folder, a .tar or an .npy file as a test set",
    load: async () => (await import("./commands/testset-import")).testsetImport,
  },
  "testset close-pool": {
    usage: "--benchmark SLUG --pool NAME --reason PUBLIC_TEXT [--undo]",
    summary:
      "closes a retired pool for good a day from now: what was secret of its decisions is published, and anybody can replay them",
    load: async () => (await import("./commands/testset-close-pool")).testsetClosePool,
  },
  submit: {
    usage: `MODEL.onnx --benchmark SLUG --name NAME [--paper URL] [--code URL] [--training ${trainings.join("|")}] [--at-least STEPS] ${preprocessing} [--expected-original 0.81] [--ask] [--url http://127.0.0.1:3000] [--wait]`,
    summary: "uploads a model and submits it, with the token in RUNG_TOKEN",
    load: async () => (await import("./commands/submit")).submit,
  },
  "go-on": {
    usage: "ID [--as-advised] [--url http://127.0.0.1:3000] [--wait]",
    summary:
      "spends the hidden part of a submission that waits for you, or submits it with the preprocessing advised, with the token in RUNG_TOKEN",
    load: async () => (await import("./commands/go-on")).goOn,
  },
  "reference import": {
    usage:
      "FILE --benchmark SLUG --test-set NAME [--format rung|timm] [--original FILE] [--not-in-fit NAME,..] [--reason PUBLIC_TEXT]",
    summary:
      "imports published results: our CSV (name, and correct,total or accuracy, prefixed with original_ for the original test set; training, family, not_in_fit) or timm's files",
    load: async () => (await import("./commands/reference-import")).referenceImport,
  },
  "reference fetch": {
    usage: "timm [--into FOLDER] [--from URL]",
    summary: "downloads timm's two files of published results",
    load: async () => (await import("./commands/reference-fetch")).referenceFetch,
  },
  "token create": {
    usage: "--user NAME [--role researcher|maintainer]",
    summary: "creates an API token, and the user if new; the token is shown only once",
    load: async () => (await import("./commands/token-create")).tokenCreate,
  },
  "submission reinstate": {
    usage: "ID --reason PUBLIC_TEXT",
    summary: "reverses a disqualification",
    load: async () => (await import("./commands/submission-reinstate")).submissionReinstate,
  },
  "submission re-judge": {
    usage: "ID.. --reason PUBLIC_TEXT",
    summary: "judges submissions again, all or none, after a correction or where their decisions were voided",
    load: async () => (await import("./commands/submission-re-judge")).submissionReJudge,
  },
  "decision void": {
    usage: "ID --reason PUBLIC_TEXT",
    summary: "voids the decision on a submission that the machine failed, on evidence in the log",
    load: async () => (await import("./commands/decision-void")).decisionVoid,
  },
  "evaluation repeat": {
    usage: "ID",
    summary:
      "has the hidden evaluation of a decided submission repeated and compared, for auditors; changes nothing",
    load: async () => (await import("./commands/evaluation-repeat")).evaluationRepeat,
  },
  "first-release approve": {
    usage: "ID..",
    summary: "lets first scores out that wait for a maintainer, unseen",
    load: async () => (await import("./commands/first-release")).firstReleaseApprove,
  },
  "first-release decline": {
    usage: "ID..",
    summary: "declines first scores that wait for a maintainer, unseen; they stay spent",
    load: async () => (await import("./commands/first-release")).firstReleaseDecline,
  },
  "team vouch": {
    usage: "TEAM.. --reason PUBLIC_TEXT [--take-back]",
    summary: "vouches that each team is one person or group, and known; lets its first scores out",
    load: async () => (await import("./commands/team-vouch")).teamVouch,
  },
  "vouch-rule add": {
    usage: "email-domain DOMAIN | account-age DAYS | organisation LOGIN, --reason PUBLIC_TEXT",
    summary:
      "sets a rule that vouches for the teams of those who fulfil it, from their next sign-in on; the log tells everybody the rule",
    load: async () => (await import("./commands/vouch-rule")).vouchRuleAdd,
  },
  "vouch-rule end": {
    usage: "ID",
    summary: "ends a rule that vouches; the teams for which it has vouched stay vouched for",
    load: async () => (await import("./commands/vouch-rule")).vouchRuleEnd,
  },
  "vouch-rule list": {
    usage: "",
    summary: "prints the rules that vouch for teams, ended ones included, one JSON line each",
    load: async () => (await import("./commands/vouch-rule")).vouchRuleList,
  },
  "team merge": {
    usage: "TEAM --into TEAM --reason PUBLIC_TEXT",
    summary: "merges two teams: members, submissions, quotas and ladders",
    load: async () => (await import("./commands/team-merge")).teamMerge,
  },
  storage: {
    usage: "",
    summary: "prints what is stored of models and by whom, and what room is left, in bytes",
    load: async () => (await import("./commands/storage")).storage,
  },
  "audit export": {
    usage: "[--benchmark SLUG]",
    summary: "prints every submission's exact counts, one JSON line each",
    load: async () => (await import("./commands/audit-export")).auditExport,
  },
  "audit verify": {
    usage: "[--since HEAD] [--checkpoint FILE]",
    summary: "checks the log's hash chain, replays every ladder and recomputes what pages show",
    load: async () => (await import("./commands/audit-verify")).auditVerify,
  },
  "log check": {
    usage: "FILE.ndjson|URL [--head HEX] [--heads FILE] [--receipt FILE] [--secrets FILE]",
    summary:
      "checks the public log of a site, without a database: chain, published heads, receipts, closed pools",
    load: async () => (await import("./commands/log-check")).logCheck,
  },
  evaluate: {
    usage: `MODEL.onnx --images PATH --classes FILE [--labels FILE.npy] ${preprocessing} [--device auto|cuda|webgpu|cpu] [--threads 1] [--predictions FILE]`,
    summary: "scores a model on images, just as a worker would",
    load: async () => (await import("./commands/evaluate")).evaluate,
  },
  interval: {
    usage: "[--level 0.95] < counts.jsonl",
    summary: 'prints the interval for each line {"correct":k,"total":n}',
    load: async () => (await import("./commands/interval")).interval,
  },
  fit: {
    usage:
      "[--scale linear|logit|probit] [--resamples 100000] [--seed 1] [--grid 0.5,0.6,..] [--level 0.95] < models.csv",
    summary: "fits new accuracy to original accuracy; columns name,original,new",
    load: async () => (await import("./commands/fit")).fit,
  },
  replay: {
    usage: "--policy '{..}' [--scope team|global] < submissions.jsonl",
    summary: "steps ladders through submissions, one JSON line each",
    load: async () => (await import("./commands/replay")).replay,
  },
  attack: {
    usage:
      "--kind boosting|climbing|sandbag|inference --policy '{..}' --images 4000 --classes 2 --submissions 700 [--unsure 1.0] [--teams 1] [--repetitions 20] [--seed 1] [--signed]",
    summary: "simulates an attacker and prints the bias gained",
    load: async () => (await import("./commands/attack")).attack,
  },
  "train-shapes": {
    usage: "[--into FOLDER] [--only NAME]",
    summary: "trains the classifiers of the Shapes benchmark",
    load: async () => (await import("./commands/train-shapes")).trainShapes,
  },
};
