import type { Ties } from "./count-ties";

/**
 * What a model's author should look at after a run on public images, in words.
 * @param alone it was run one image at a time, because its answers depend on the other images of a batch
 */
export function warnOfRun(
  { images, tied, flat, alone }: Ties & { alone: boolean },
  of: "images" | "original images" = "images",
): string[] {
  const said: string[] = [];
  if (alone) {
    said.push(
      "The model's answers depend on the other images of a batch, so it is run one image at a time, which takes longer.",
    );
  }
  if (alone && images > 0 && flat === images) {
    said.push(
      "One image at a time, all scores of every image are the same: a softmax over the batch axis; dim=0 was probably meant to be dim=1.",
    );
  } else if (tied > 0) {
    said.push(
      `${tied} of ${images} ${of} have several best scores, and the lowest class index is taken: a sigmoid or softmax saturates. Export the logits, without the last activation.`,
    );
  }
  return said;
}
