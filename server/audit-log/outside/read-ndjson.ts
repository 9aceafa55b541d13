import type { z } from "zod";
import { RungError } from "../../errors";

/**
 * The objects of a text of one JSON object a line, as they come.
 * @throws RungError `bad_input`, naming the first line that is none
 */
export async function* readNdjson<Schema extends z.ZodType>(
  chunks: AsyncIterable<Uint8Array | string>,
  schema: Schema,
): AsyncGenerator<z.output<Schema>> {
  const decoder = new TextDecoder();
  let rest = "";
  let number = 0;
  for await (const chunk of chunks) {
    const texts = (
      rest + (typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true }))
    ).split("\n");
    rest = texts.pop()!;
    for (const text of texts) yield parse(text, ++number, schema);
  }
  if (rest.trim() !== "") yield parse(rest, ++number, schema);
}

function parse<Schema extends z.ZodType>(text: string, number: number, schema: Schema): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new RungError(
      "bad_input",
      `Line ${number} of the text is not what GET /api/v1/log gives.`,
      "Download it again, whole.",
      { cause },
    );
  }
}
