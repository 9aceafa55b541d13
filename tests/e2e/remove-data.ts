import { rmSync } from "node:fs";

/** Removes the data folder of this run when everything has ended, the site included. */
export default function removeData() {
  const folder = process.env.RUNG_E2E_DATA;
  if (folder) process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
}
