import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { persistSecret } from "../../../db/embedded/persist-secret";
import type { Environment } from "../../env";

/** The secret that signs sessions: the setting, or one generated once for this data folder, so that a restart signs nobody out. */
export async function persistNextAuthSecret(environment: Environment): Promise<string> {
  return (
    environment.nextAuthSecret ??
    (await persistSecret(join(environment.dataDir, "nextauth-secret"), () => randomBytes(32).toString("hex")))
  );
}
