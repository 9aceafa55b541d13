import type { Command } from "./io";

interface Entry {
  /** What follows the command's name. */
  usage: string;
  summary: string;
  load: () => Promise<Command>;
}

/** Every command by its name. Each is loaded when it is called, so that a pure one needs no database and no build. */
export const commands: Readonly<Record<string, Entry>> = {
  start: {
    usage: "",
    summary: "starts everything on this machine and prints its address; Ctrl-C stops it",
    load: async () => (await import("./commands/start")).start,
  },
  web: {
    usage: "[--host 127.0.0.1]",
    summary: "serves the site alone",
    load: async () => (await import("./commands/web")).web,
  },
  worker: {
    usage: "",
    summary: "evaluates submissions, alone; any number may run",
    load: async () => (await import("./commands/worker")).worker,
  },
  migrate: {
    usage: "",
    summary: "brings the database to the current schema and prints the roles' addresses",
    load: async () => (await import("./commands/migrate")).migrate,
  },
  replay: {
    usage: "--policy '{..}' [--scope team|global] < submissions.jsonl",
    summary: "steps ladders through submissions, a JSON line each",
    load: async () => (await import("./commands/replay")).replay,
  },
};
