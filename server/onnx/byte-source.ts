/** Bytes at random access: a file or an array. `read` returns fewer bytes than asked for only where the source ends. */
export type ByteSource = { size: number; read: (offset: number, length: number) => Uint8Array };

/** An array of bytes as a source. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}
