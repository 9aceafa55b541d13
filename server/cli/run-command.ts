import { randomUUID } from "node:crypto";
import { RungError } from "../errors";
import { commands } from "./commands";
import { explainOutside } from "./explain-outside";
import type { Io } from "./io";
import { sayTrouble } from "./say-trouble";
import { unknownFlags } from "./unknown-flags";
import { UsageError } from "./usage-error";

type Commands = typeof commands;

/**
 * Finds the command, of one word or two, runs it and turns whatever it throws into an exit code and a message on standard error:
 * 0 done, 1 refused or failed, 2 usage.
 */
export async function runCommand(argv: string[], io: Io, table: Commands = commands): Promise<number> {
  if (argv.length === 0 || ["help", "--help", "-h"].includes(argv[0]!)) {
    io.stderr(overview(table));
    return argv.length === 0 ? 2 : 0;
  }
  const words = [2, 1].find((count) => Object.hasOwn(table, argv.slice(0, count).join(" ")));
  if (words === undefined) {
    io.stderr(`error: ${unknownCommand(argv, table)}`);
    return 2;
  }
  const name = argv.slice(0, words).join(" ");
  const entry = table[name]!;
  const usage = `usage: rung ${name} ${entry.usage}`.trimEnd();
  if (helpWanted(argv.slice(words))) {
    io.stderr(`${usage}\n\n${name} ${entry.summary}.\n`);
    return 0;
  }
  try {
    const run = await entry.load();
    return await run(argv.slice(words), io);
  } catch (error) {
    return report(error, { usage, argv: argv.slice(words) }, io);
  }
}

/** The first word alone of a two-word command is answered with all commands that begin with it. */
function unknownCommand([first = "", second]: string[], table: Commands): string {
  const begun = Object.keys(table).filter((name) => name.startsWith(`${first} `));
  if (begun.length === 0) return `There is no command ${first}.\n\n${overview(table)}`;
  const said =
    second === undefined ? `${first} is not a complete command` : `There is no command ${first} ${second}`;
  const usages = begun.map((name) => `usage: rung ${name} ${table[name]!.usage}`.trimEnd());
  return `${said}.\n${usages.join("\n")}\n`;
}

function helpWanted(argv: string[]): boolean {
  const end = argv.indexOf("--");
  return (end === -1 ? argv : argv.slice(0, end)).some((word) => word === "--help" || word === "-h");
}

function overview(table: Commands): string {
  const width = Math.max(...Object.keys(table).map((name) => name.length));
  const lines = Object.entries(table).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `usage: rung COMMAND ..., where COMMAND is one of\n\n${lines.join("\n")}\n\nrung COMMAND --help shows how to use it.\n`;
}

function report(error: unknown, { usage, argv }: { usage: string; argv: string[] }, io: Io): number {
  if (error instanceof UsageError || isParseArgsError(error)) {
    const unknown = isParseArgsError(error) ? unknownFlags(argv, usage) : null;
    io.stderr(`error: ${unknown ?? error.message}\n${usage}\n`);
    return 2;
  }
  const known = error instanceof RungError || hasHint(error) ? error : explainOutside(error);
  if (known) {
    io.stderr(sayTrouble(known));
    return 1;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  io.stderr(`error: Something broke here (${randomUUID()}).\n${detail}\n`);
  return 1;
}

function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
}

/** Errors of folders that may not know RungError, such as db/embedded. */
function hasHint(error: unknown): error is Error & { hint: string } {
  return error instanceof Error && "hint" in error && typeof error.hint === "string";
}
