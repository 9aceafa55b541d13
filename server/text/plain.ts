import type { z } from "zod";
import { codeOf, unseen } from "./unseen";

const endsOfLines = /\r\n|[\n\t]/g;

/** A check of zod's for a name or another text of one line: `z.string().check(plain)`. */
export const plain: z.core.CheckFn<string> = refuse((text) => text);

/** As `plain`, for a text of several lines. */
export const plainLines: z.core.CheckFn<string> = refuse((text) => text.replace(endsOfLines, " "));

function refuse(prepare: (text: string) => string): z.core.CheckFn<string> {
  return ({ value, issues }) => {
    const [found] = unseen.exec(prepare(value)) ?? [];
    if (found === undefined) return;
    const message = `has the character ${codeOf(found)}, which is not seen, or changes how others are`;
    issues.push({ code: "custom", input: value, message });
  };
}
