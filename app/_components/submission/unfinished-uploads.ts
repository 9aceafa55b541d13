import { defaultOptions } from "tus-js-client";

/** Names of files whose upload began in this browser and did not finish, newest first. */
export async function unfinishedUploads(): Promise<string[]> {
  const all = (await defaultOptions.urlStorage?.findAllUploads()) ?? [];
  const names = all
    .toSorted((a, b) => Date.parse(b.creationTime) - Date.parse(a.creationTime))
    .map(({ metadata }) => metadata.filename);
  return [...new Set(names.filter((name) => name !== undefined))];
}
