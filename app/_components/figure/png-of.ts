import sharp from "sharp";

/** A line of print is 1/72 inch a px; 300 dots an inch, over 2,800 px across, prints sharp. */
const dotsPerInch = 300;

/** A drawing as a picture in print quality. */
export async function pngOf(svgText: string): Promise<Uint8Array<ArrayBuffer>> {
  const picture = sharp(Buffer.from(svgText), { density: dotsPerInch }).png({
    palette: true,
    compressionLevel: 9,
  });
  return new Uint8Array(await picture.withMetadata({ density: dotsPerInch }).toBuffer());
}
