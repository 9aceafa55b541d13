import { statSync } from "node:fs";
import { dirname } from "node:path";

const READ = 0o004;
const ENTER = 0o001;

/** Whether any user may read a file; and reach it where it is, if it is not shown to them elsewhere. */
export function othersMayRead(path: string, { inPlace }: { inPlace: boolean }): boolean {
  if ((statSync(path).mode & READ) === 0) return false;
  return !inPlace || foldersOf(path).every((folder) => (statSync(folder).mode & ENTER) !== 0);
}

function foldersOf(path: string): string[] {
  const folder = dirname(path);
  return folder === path ? [] : [folder, ...foldersOf(folder)];
}
