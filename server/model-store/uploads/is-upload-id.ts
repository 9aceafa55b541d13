/** Whether a text can be an upload's id: 32 hexadecimal digits, which are safe in a path. */
export function isUploadId(id: string): boolean {
  return /^[0-9a-f]{32}$/.test(id);
}
