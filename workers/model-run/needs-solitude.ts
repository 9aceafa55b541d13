import { sameBits } from "./same-bits";
import type { ShardEvaluation } from "./shard-evaluation";
import { beginShardRun } from "./shard-run";
import { throwMachineFault } from "./throw-machine-fault";

const TRIED = 32;

/**
 * Whether a model's answer to an image depends on what it is run with: of some images of a public set, run alone, together, and among
 * other neighbours at other places, with as many rows each time, any bit differs. So does one that cannot run several: what is wrong with it shows when it is
 * run alone. (Quantisation by the range of a whole batch, statistics or softmax over the batch axis.)
 */
export async function needsSolitude(given: ShardEvaluation): Promise<boolean> {
  const tried = Math.min(TRIED, given.shard.images);
  const others = Math.min(2 * tried, given.shard.images) - tried;
  const together = Array.from({ length: tried }, (_, image) => image);
  const mixed = together.toReversed().flatMap((image, i) => (i < others ? [tried + i, image] : [image]));
  const alone: Float32Array[] = [];
  let differs = false;
  const { onProgress: _, ...quietly } = given;
  const run = beginShardRun({
    ...quietly,
    order: Uint32Array.from([...together, ...together, ...mixed]),
    alone: false,
    cuts: [...together.map((image) => image + 1), 2 * tried],
    onScores(image, scores, place) {
      if (place < tried) alone.push(scores.slice());
      else if (image < tried && !sameBits(scores, alone[image]!)) differs = true;
    },
  });
  try {
    const interruption = await run.child();
    throwMachineFault(interruption);
    return interruption !== null || differs;
  } finally {
    run.close();
  }
}
