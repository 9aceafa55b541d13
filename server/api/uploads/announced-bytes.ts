import { RungError } from "../../errors";

/** What a form has around its files: their names, the metadata, boundaries. */
const framingBytes = 1 << 20;

/**
 * The most bytes that a form with a model can have: those that its request states, else those of the largest model. Throws `too_large` for more.
 * @param maxBytes of a model
 */
export function announcedBytes(request: Request, maxBytes: number): number {
  const most = maxBytes + framingBytes;
  const announced = Number(request.headers.get("content-length") ?? most);
  if (announced <= most) return announced;
  throw tooLarge(maxBytes);
}

export function tooLarge(maxBytes: number): RungError {
  return new RungError(
    "too_large",
    `The model is larger than this site accepts: ${maxBytes} bytes.`,
    "Nothing was stored.",
  );
}
