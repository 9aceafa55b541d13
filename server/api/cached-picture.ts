import { createHash } from "node:crypto";
import { cacheByRevision } from "../leaderboards/cache-by-revision";
import { processWide } from "../web-process/process-wide";
import { inTurn } from "./in-turn";

type Picture = Uint8Array<ArrayBuffer>;

/** The most bytes of pictures cached in this process; one has about 0.1 MB. */
const mostBytes = 32 << 20;

const cached = processWide("pictures", () =>
  cacheByRevision<Picture>({ most: mostBytes, weigh: ({ byteLength }) => byteLength }),
);

// One takes about a second of CPU time, so with this many waiting, none waits longer than ten seconds.
const turn = processWide("turns to draw", () => inTurn({ atOnce: 1, waiting: 6, what: "drawing pictures" }));

/**
 * The picture of a drawing, made once and cached under the drawing's text, which changes whenever its content does. One is made
 * at a time. Throws `busy` if too many are waiting.
 */
export function cachedPicture(drawing: string, make: () => Promise<Picture>): Promise<Picture> {
  const key = createHash("sha256").update(drawing).digest("hex");
  return cached(key, 0, () => turn(make));
}
