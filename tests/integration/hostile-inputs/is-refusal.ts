import { RungError } from "@/server/errors";

const OURS = new Set(["something_broke", "disk_full", "sandbox_missing", "not_configured"]);

/** Whether an error tells a person what is wrong with what they sent; with words and, where it is an error of ours, a known code. */
export function isRefusal(error: unknown): boolean {
  return error instanceof RungError && !OURS.has(error.code) && error.message.length > 10;
}
