/** What is out of the ordinary about how a model is run, as its file and its preprocessing say. */
interface Feeding {
  preprocessing: { input_size: readonly number[] };
  model: {
    input: { type: string };
    output: { classes: number | null; sigmoid?: boolean };
  };
  classes: readonly string[];
}

/** In sentences for a report and an entry: grey pixels, whole bytes, one score for two classes. */
export function explainFeeding({ preprocessing, model, classes }: Feeding): string[] {
  const isGrey = preprocessing.input_size[0] === 1;
  const isOneScore = model.output.sigmoid === true && model.output.classes === 1 && classes.length === 2;
  return [
    ...(isGrey
      ? ["The model sees grey: (19595 R + 38470 G + 7471 B) / 65536, rounded (ITU-R 601, as Pillow’s “L”)."]
      : []),
    ...(model.input.type === "uint8"
      ? ["The input is uint8: it gets the pixels as they are, 0 to 255; mean and std are not used."]
      : []),
    ...(isOneScore
      ? [
          `One sigmoid score p is the probability of the second class, “${classes[1]}”: the scores are (1 − p, p).`,
        ]
      : []),
  ];
}
