import type { z } from "zod";
import { knownPlace } from "./known-place";
import type { Problem } from "./problem-schema";

type Issue = z.core.$ZodIssue;

/**
 * What is wrong with an input, field by field: each kind of fault of a field once, with its count and first place, and for a name that
 * the schema does not know where it belongs.
 */
export function problemsOfInput({ issues }: { issues: Issue[] }, schema?: z.ZodType): Problem[] {
  const problems = new Map<string, Problem>();
  for (const problem of issues.flatMap((issue) => problemsOfIssue(issue, schema))) {
    const key = `${fieldOf(problem.where)} ${problem.sentence}`;
    const known = problems.get(key);
    if (known) known.count += 1;
    else problems.set(key, problem);
  }
  return [...problems.values()];
}

function problemsOfIssue(issue: Issue, schema: z.ZodType | undefined): Problem[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => refuseUnknown(path, key, schema));
  const where = path.join(".") || null;
  const name = path.filter((part) => !/^\d+$/.test(part)).at(-1);
  const isMissing = issue.code === "invalid_type" && issue.message.endsWith("received undefined");
  const said = isMissing ? "is missing" : issue.message;
  const isNamed = name !== undefined && said.startsWith(name);
  const field = fieldOf(where);
  const goesOn = /^(is|has) /.test(said);
  return [
    {
      where,
      count: 1,
      sentence: `${isNamed || !field ? said : goesOn ? `${field} ${said}` : `${field}: ${said}`}.`,
      hint: where === null ? "Correct it and send it again." : `Correct ${field} and send it again.`,
    },
  ];
}

/** A field without the numbers of its elements. */
function fieldOf(where: string | null): string {
  return (where ?? "").replace(/(\.\d+)+$/, "");
}

function refuseUnknown(path: string[], key: string, schema: z.ZodType | undefined): Problem {
  const where = [...path, key].join(".");
  const place = schema ? knownPlace(schema, path, key) : null;
  const hint = !place
    ? "Leave it out, or correct its name."
    : place.split(".").at(-1) === key
      ? `It belongs in ${place.split(".").slice(0, -1).join(".") || "the outermost object"}: write it as ${place}.`
      : `Did you mean ${place}?`;
  return { where, count: 1, sentence: `There is no field ${where}.`, hint };
}
