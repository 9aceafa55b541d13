import sharp from "sharp";

/** A small PNG or JPEG of our own: stripes whose colour tells `number`, so that no two are alike. */
export async function drawImageFile(
  number: number,
  { format = "png", size = 32 }: { format?: "png" | "jpeg"; size?: number } = {},
): Promise<Buffer> {
  const pixels = Buffer.alloc(size * size * 3);
  for (let i = 0; i < pixels.length; i++) pixels[i] = (i * (number + 3) + number * 17 + (i >> 5)) % 256;
  return sharp(pixels, { raw: { width: size, height: size, channels: 3 } })
    .toFormat(format)
    .toBuffer();
}
