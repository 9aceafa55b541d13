const OLDEST = [20, 19] as const;
const WANTED = [22, 12] as const;

/**
 * What to say about a Node.js version like "20.19.0": `refused` if Rung does not run on it, else a warning; null if it is fully
 * supported.
 */
export function checkNode(version: string): { refused: boolean; words: string } | null {
  if (isFrom(WANTED, version)) return null;
  const refused = !isFrom(OLDEST, version);
  const runs = refused ? "Rung does not run on it and" : "Rung still runs on it, but";
  return {
    refused,
    words: `this is Node.js ${version}; ${runs} needs ${WANTED.join(".")} or newer, from https://nodejs.org`,
  };
}

function isFrom([wantedMajor, wantedMinor]: readonly [number, number], version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
