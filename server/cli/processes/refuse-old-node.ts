import { RungError } from "../../errors";

const OLDEST = [20, 19] as const;

/** Throws `not_configured` for a Node.js older than the oldest that works; `version` is like "20.19.0". */
export function refuseOldNode(version: string): void {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new RungError(
    "not_configured",
    `This is Node.js ${version}; ${OLDEST.join(".")} or newer is needed.`,
    "Install the current long-term release from https://nodejs.org, then run npm ci again.",
  );
}
