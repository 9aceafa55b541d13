import { RungError } from "../../errors";
import { shortBytes } from "../../problems/short-bytes";

/** Something stored for a person; it goes at `until`, or stays (null). */
export interface Holding {
  bytes: number;
  until: Date | null;
}

/**
 * Why a person may not store so many bytes more: all that is stored for them would have more than `most` bytes.
 * @returns null if they may; otherwise an error that says what they have, and when there is room for this
 */
export function beyondAllowance(given: {
  holdings: readonly Holding[];
  bytes: number;
  most: number;
}): RungError | null {
  const { holdings, bytes, most } = given;
  const stored = holdings.reduce((sum, holding) => sum + holding.bytes, 0);
  if (stored + bytes <= most) return null;
  return new RungError(
    "storage_spent",
    `This needs ${shortBytes(bytes)}, and ${shortBytes(Math.max(0, most - stored))} are left of the ${shortBytes(most)} that may be stored for you. Nothing was stored, and it did not count against your quota.`,
    whatToDo(holdings, stored + bytes - most),
  );
}

function whatToDo(holdings: readonly Holding[], excess: number): string {
  const free = whenFree(holdings, excess);
  return free
    ? `There is room at ${wholeMinute(free)}: what was uploaded and not submitted, and what was refused, failed or was withdrawn, is removed after a day. An upload that has not finished can be cancelled now.`
    : "What was submitted and counts stays stored: ask the maintainers for more room.";
}

/** When so many bytes will have gone, or null if never. */
function whenFree(holdings: readonly Holding[], bytes: number): Date | null {
  const leaving = holdings
    .flatMap(({ bytes: size, until }) => (until ? [{ size, until }] : []))
    .sort((a, b) => a.until.getTime() - b.until.getTime());
  let gone = 0;
  for (const { size, until } of leaving) {
    gone += size;
    if (gone >= bytes) return until;
  }
  return null;
}

/** UTC, rounded up. */
function wholeMinute(at: Date): string {
  const minute = new Date(Math.ceil(at.getTime() / 60_000) * 60_000);
  return `${minute.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
