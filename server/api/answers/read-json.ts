import { RungError } from "../../errors";

const mostBytes = 1 << 20;

/**
 * The JSON of a request's body. Throws `bad_input` if it is not JSON, `too_large` above 1 MiB, without reading more than that
 * into memory.
 */
export async function readJson(request: Request): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > mostBytes)
      throw new RungError("too_large", "The request is larger than 1 MiB.", "Send less.");
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new RungError(
      "bad_input",
      "The request's body is not JSON.",
      "Send JSON, or a form with `curl -F`.",
    );
  }
}
