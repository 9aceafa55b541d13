import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { basename, join } from "node:path";

/** One run of the product: where it lies, how its processes are told from others, and on which port it answers. */
export interface Run {
  folder: string;
  dataDir: string;
  mark: string;
  port: number;
  url: string;
}

const checkout = join(import.meta.dirname, "../../..");

/** Starts `rung ...` from the command line, its messages in a file of the run's folder. Standard output is a pipe. */
export function startRung(run: Run, name: string, argv: string[]): ChildProcess {
  const messages = openSync(join(run.folder, `${name}.log`), "a");
  try {
    return spawn(process.execPath, ["--import", "tsx", join(checkout, "server/cli/main.ts"), ...argv], {
      cwd: checkout,
      stdio: ["ignore", "pipe", messages],
      env: {
        PATH: process.env.PATH,
        HOME: run.folder,
        TMPDIR: join(run.folder, "tmp"),
        NODE_NO_WARNINGS: "1",
        RUNG_CHAOS: run.mark,
        RUNG_DATA_DIR: run.dataDir,
        PORT: String(run.port),
      } as unknown as NodeJS.ProcessEnv,
    });
  } finally {
    closeSync(messages);
  }
}

/** Waits for the end of a command. */
export async function ended(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = "";
  child.stdout!.on("data", (part: Buffer) => (output += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, output };
}

/** Runs a command to its end; throws if it fails. @returns what it printed, read as JSON */
export async function rung<T>(run: Run, argv: string[]): Promise<T> {
  const name = argv.slice(0, 2).map((part) => basename(part));
  const { code, output } = await ended(startRung(run, name.join("-"), argv));
  if (code !== 0) throw new Error(`rung ${argv.join(" ")} ended with ${code}; see ${run.folder}`);
  return JSON.parse(output) as T;
}
