/**
 * Whether a JPEG's frame header (SOF, ITU-T T.81 section B.2.2) declares four components. False for other files and for a header
 * that makes no sense, which the decoder will refuse.
 */
export function isCmykJpeg(bytes: Uint8Array): boolean {
  let at = bytes[0] === 0xff && bytes[1] === 0xd8 ? 2 : bytes.length;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const otherTables = marker === 0xc4 || marker === 0xc8 || marker === 0xcc;
    if (marker >= 0xc0 && marker <= 0xcf && !otherTables) return bytes[at + 9] === 4;
    at += 2 + bytes[at + 2]! * 256 + bytes[at + 3]!;
  }
  return false;
}
