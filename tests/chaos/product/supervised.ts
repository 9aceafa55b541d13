import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { Chance } from "../chance";
import { type Run, startRung } from "./run-rung";

export interface Supervised {
  name: string;
  pid(): number | undefined;
  /** How it ended whenever nobody had killed it: exit codes. */
  endings: (number | null)[];
  /** SIGTERM, as an operator does. @returns its exit code */
  stop(): Promise<number | null>;
}

/** Runs a part of the product and starts it again whenever it ends, at once or after seconds, as an init system does. */
export function supervised(run: Run, name: string, argv: string[], chance: Chance): Supervised {
  let child: ChildProcess | undefined;
  let stopping = false;
  const endings: (number | null)[] = [];
  const gone = (async () => {
    for (;;) {
      child = startRung(run, name, argv);
      child.stdout!.resume();
      const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
        child!.once("exit", (...how) => resolve(how)),
      );
      if (stopping) return code;
      if (signal !== "SIGKILL") endings.push(code);
      await sleep(chance.is(0.5) ? 0 : chance.fraction() * 4000);
      if (stopping) return 0;
    }
  })();
  return {
    name,
    pid: () => (child && child.exitCode === null && child.signalCode === null ? child.pid : undefined),
    endings,
    async stop() {
      stopping = true;
      child?.kill("SIGTERM");
      return await gone;
    },
  };
}
