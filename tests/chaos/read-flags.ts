import { parseArgs } from "node:util";

export interface Flags {
  kills: number;
  seed: number;
  minutes: number;
  port: number;
  /** Leaves the data folder and its logs where they are. */
  leave: boolean;
}

/** `--kills 300 --seed N --minutes 18 --port 3285 --leave`. */
export function readFlags(argv: string[]): Flags {
  const number = (fallback: number) => ({ type: "string" as const, default: String(fallback) });
  const { values } = parseArgs({
    args: argv,
    options: {
      kills: number(300),
      seed: number(Math.floor(Math.random() * 1_000_000)),
      minutes: number(18),
      port: number(3285),
      leave: { type: "boolean", default: false },
    },
  });
  const { leave, ...numbers } = values;
  const read = Object.fromEntries(Object.entries(numbers).map(([name, text]) => [name, Number(text)]));
  if (Object.values(read).some((value) => !Number.isInteger(value) || value < 0))
    throw new TypeError("--kills, --seed, --minutes and --port take whole numbers");
  return { ...(read as Omit<Flags, "leave">), leave };
}
