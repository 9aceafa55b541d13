/** Hands the browser a text to save under a name. */
export function saveFile(text: string, { name, type }: { name: string; type: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the blob by the time this runs.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
