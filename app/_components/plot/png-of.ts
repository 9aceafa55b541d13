import sharp from "sharp";
import { cachedPicture } from "@/server/api/cached-picture";

/** At 1/72 inch a px this makes a figure over 2,800 dots wide, which prints sharply. */
const dotsPerInch = 300;

/** A drawing as a picture in print quality. Throws `busy` when too many are asked for at once. */
export function pngOf(svgText: string): Promise<Uint8Array<ArrayBuffer>> {
  return cachedPicture(svgText, async () => {
    const picture = sharp(Buffer.from(svgText), { density: dotsPerInch }).png({
      palette: true,
      compressionLevel: 9,
    });
    return new Uint8Array(await picture.withMetadata({ density: dotsPerInch }).toBuffer());
  });
}
