import type { ClassErrors, EntryErrors } from "@/server/leaderboards/errors/entry-errors-schema";

/** A class with images of it, so with an accuracy. */
export type MeasuredClass = ClassErrors & {
  accuracy: number;
  interval: NonNullable<ClassErrors["interval"]>;
};

/** The classes that have images, the most accurate first; ties in index order. */
export function measuredClasses({ classes }: Pick<EntryErrors, "classes">): MeasuredClass[] {
  return classes
    .filter((one): one is MeasuredClass => one.accuracy !== null && one.interval !== null)
    .toSorted((a, b) => b.accuracy - a.accuracy || a.index - b.index);
}
