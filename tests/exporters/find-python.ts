import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A Python that has all these modules: the group's own below `folder`, or the machine's. Null if there is none. */
export async function findPython(folder: string, group: string, modules: string[]): Promise<string | null> {
  const find = `import importlib.util as u, sys; sys.exit(any(u.find_spec(name) is None for name in sys.argv[1:]))`;
  for (const python of [join(folder, group, "bin", "python"), "python3"]) {
    const has = await run(python, ["-c", find, ...modules]).then(
      () => true,
      () => false,
    );
    if (has) return python;
  }
  return null;
}
