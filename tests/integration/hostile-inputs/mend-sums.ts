import { crc32 } from "node:zlib";

/** Corrects the sums that guard a damaged file's parts, so that a reader looks behind them: those of PNG's chunks and tar's headers. */
export function mendSums(bytes: Uint8Array): Uint8Array {
  const mended = Buffer.from(bytes);
  if (mended.toString("latin1", 1, 4) === "PNG") mendChunks(mended);
  else if (mended.length % 512 === 0) mendHeaders(mended);
  return mended;
}

function mendChunks(png: Buffer): void {
  for (let at = 8; at + 12 <= png.length; ) {
    const end = at + 8 + png.readUInt32BE(at);
    if (end + 4 > png.length) return;
    png.writeUInt32BE(crc32(png.subarray(at + 4, end)), end);
    at = end + 4;
  }
}

function mendHeaders(tar: Buffer): void {
  for (let at = 0; at < tar.length; at += 512) {
    const header = tar.subarray(at, at + 512);
    if (header.toString("latin1", 257, 262) !== "ustar") continue;
    header.fill(" ", 148, 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  }
}
