import { fileURLToPath } from "node:url";

/** The checkout, with a slash at its end. */
export const repository = fileURLToPath(new URL("../../..", import.meta.url));
