import sharp, { type Sharp } from "sharp";
import type { RgbPicture } from "../../evaluation/resample-pixels";
import { isCmykJpeg } from "./is-cmyk-jpeg";

// Images come one at a time, each only once: libvips' own cache and threads would only cost memory.
sharp.cache(false);
sharp.concurrency(1);

/** Larger pictures are refused before they are decoded: 2^25 pixels take 96 MiB. */
const largestPicture = 2 ** 25;

/**
 * Decodes a JPEG, PNG or WebP file into red, green and blue bytes as torchvision's loader does with Pillow's `convert("RGB")`:
 * grey is repeated, alpha is dropped, 16 bits are cut to 8, CMYK is multiplied out, colour profiles and EXIF orientation are
 * ignored. Throws a plain `Error` saying what is wrong for a damaged file, another format or too large a picture.
 */
export async function decodeImage(bytes: Uint8Array): Promise<RgbPicture> {
  if (!isKnownFormat(bytes)) throw new Error("it is not a JPEG, PNG or WebP image");
  const image = sharp(bytes, { failOn: "warning", limitInputPixels: largestPicture, ignoreIcc: true });
  if (isCmykJpeg(bytes)) return decodeCmyk(image);
  const { data, info } = await image
    .toColourspace("srgb")
    .removeAlpha()
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

// The signature is checked first, so that no decoder for a document format ever sees the bytes.
function isKnownFormat(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  return (
    head.startsWith("\xff\xd8\xff") || head.startsWith("\x89PNG\r\n\x1a\n") || /^RIFF[^]{4}WEBP$/.test(head)
  );
}

async function decodeCmyk(image: Sharp): Promise<RgbPicture> {
  const { data, info } = await image
    .pipelineColourspace("cmyk")
    .toColourspace("cmyk")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = new Uint8Array(info.width * info.height * 3);
  for (let from = 0, to = 0; to < pixels.length; from += info.channels, to += 3) {
    const light = 255 - data[from + 3]!;
    for (let c = 0; c < 3; c++) pixels[to + c] = light - dividedBy255(data[from + c]! * light);
  }
  return { pixels, width: info.width, height: info.height };
}

function dividedBy255(product: number): number {
  const rounded = product + 128;
  return (rounded + (rounded >> 8)) >> 8;
}
