import { parseArgs } from "node:util";
import { viewStorage } from "../../model-files/storage/view-storage";
import type { Io } from "../io";
import { operatorContext } from "../operator-context";

/** `rung storage`: prints what is stored of models, by whom, and what room is left, in bytes. For maintainers only. */
export async function storage(argv: string[], io: Io): Promise<number> {
  parseArgs({ args: argv, options: {} });
  const found = await operatorContext(io, (ctx) => viewStorage({ ctx }));
  io.stdout(`${JSON.stringify(found)}\n`);
  return 0;
}
