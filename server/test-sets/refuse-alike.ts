import { RungError } from "../errors";
import type { AlikeImages } from "./alike-images";
import type { TestSetInput } from "./test-set-input";

const named = 10;

/**
 * Refuses a version with images that are nearly public, or nearly those of another pool, unless a maintainer insists: the former
 * are not hidden, and a new pool would give fresh budgets to the latter.
 * @returns how many images were insisted on
 * @throws RungError `bad_input`, naming them
 */
export function refuseAlike(
  compared: AlikeImages[],
  given: Pick<TestSetInput, "role" | "insist"> & { poolId: string | null },
): number {
  const alike = compared.filter(
    ({ images, role, poolId }) => images.length > 0 && (role !== given.role || poolId !== given.poolId),
  );
  const [first, ...others] = alike;
  if (!first) return 0;
  if (given.insist !== undefined) return new Set(alike.flatMap(({ images }) => images)).size;
  throw new RungError(
    "bad_input",
    [`${counted(first)}: ${namesOf(first)}.`, ...others.map((other) => `${counted(other)}.`)].join(" "),
    hintFor(given.role, first.role),
  );
}

function counted({ images, role, testSet }: AlikeImages): string {
  const are = images.length === 1 ? "One image is" : `${images.length} images are`;
  return `${are} nearly the same as in the ${role} test set "${testSet}", re-encoded, resized, mirrored or cropped`;
}

function namesOf({ images }: AlikeImages): string {
  const more = images.length > named ? ` and ${images.length - named} more` : "";
  return `${images.slice(0, named).join(", ")}${more}`;
}

function hintFor(ours: TestSetInput["role"], theirs: TestSetInput["role"]): string {
  const why =
    ours !== "hidden"
      ? "hidden images must not be published"
      : theirs === "hidden"
        ? "known images get no fresh budgets, but --pool NAME adds them to the pool that has them"
        : "what is public cannot be hidden";
  return `Remove them and import again: ${why}. If you have looked at them and they are other photographs, say so with --insist REASON, which the log records.`;
}
