/** The grey of a pixel, 0 to 255: ITU-R 601 luma in integers, exactly as Pillow converts RGB to "L". */
export function greyOfPixel(red: number, green: number, blue: number): number {
  return (19595 * red + 38470 * green + 7471 * blue + 0x8000) >> 16;
}
