import { badTestSet } from "../bad-test-set";

/**
 * Records an image's digest under its name; throws `bad_input` with both names if an image with the same pixels was seen before.
 */
export function refuseDuplicate(seen: Map<string, string>, digest: Buffer, name: string): void {
  const key = digest.toString("latin1");
  const other = seen.get(key);
  if (other !== undefined) {
    const [first, second] = [other, name].sort();
    throw badTestSet(
      `${first} and ${second} are the same image: their pixels are equal.`,
      "Each image may occur only once. Remove one of the two and import again; nothing was imported.",
    );
  }
  seen.set(key, name);
}
