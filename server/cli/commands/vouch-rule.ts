import { parseArgs } from "node:util";
import { z } from "zod";
import { endVouchRule } from "../../teams/vouch-rules/end-vouch-rule";
import { listVouchRules } from "../../teams/vouch-rules/list-vouch-rules";
import { newVouchRuleSchema } from "../../teams/vouch-rules/rule-schema";
import { setVouchRule } from "../../teams/vouch-rules/set-vouch-rule";
import type { Command } from "../io";
import { operatorContext } from "../operator-context";
import { UsageError } from "../usage-error";

/** `rung vouch-rule add KIND VALUE --reason PUBLIC_TEXT`: sets a rule that vouches for teams and prints `{"id"}`. */
export const vouchRuleAdd: Command = async (argv, io) => {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { reason: { type: "string" } },
  });
  const [kind, value] = positionals;
  const rule = newVouchRuleSchema.safeParse({ kind, value, reason: values.reason });
  if (!rule.success || positionals.length > 2) throw new UsageError(troubleWith(rule.error, value));
  const { id } = await operatorContext(io, (ctx) =>
    setVouchRule({ ctx: { ...ctx, viewer: null }, input: rule.data }),
  );
  io.stdout(`${JSON.stringify({ id })}\n`);
  return 0;
};

/** `rung vouch-rule end ID`: ends a rule and prints `{"ended"}`, its id. */
export const vouchRuleEnd: Command = async (argv, io) => {
  const { positionals } = parseArgs({ args: argv, allowPositionals: true, options: {} });
  const id = z.uuid().safeParse(positionals[0]);
  if (!id.success || positionals.length > 1) throw new UsageError("ID (of a rule) is needed.");
  await operatorContext(io, (ctx) => endVouchRule({ ctx: { ...ctx, viewer: null }, input: { id: id.data } }));
  io.stdout(`${JSON.stringify({ ended: id.data })}\n`);
  return 0;
};

/** `rung vouch-rule list`: prints the rules, a line each. */
export const vouchRuleList: Command = async (argv, io) => {
  parseArgs({ args: argv, options: {} });
  const rules = await operatorContext(io, (ctx) => listVouchRules({ ctx: { ...ctx, viewer: null } }));
  for (const rule of rules) io.stdout(`${JSON.stringify(rule)}\n`);
  return 0;
};

function troubleWith(error: z.ZodError | undefined, value: string | undefined): string {
  const issue = error?.issues.find(({ path }) => path[0] === "value");
  return issue && value !== undefined
    ? `${issue.message}.`
    : "The kind of the rule, its value and --reason are needed.";
}
