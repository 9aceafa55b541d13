import { describe, expect, test } from "vitest";
import { seededRandom } from "@/server/statistics/seeded-random";
import { miniature } from "@/server/test-set-store/near-duplicates/miniature";
import { nearDuplicates } from "@/server/test-set-store/near-duplicates/near-duplicates";
import { changesOfPictures } from "../../fixtures/changes-of-pictures";
import { readCifar10 } from "../../fixtures/read-cifar10";

const [original, others] = await Promise.all([readCifar10("original"), readCifar10("new")]);
const known = Buffer.concat((original ?? []).map(miniature));

describe.skipIf(!original)("on CIFAR-10 (skipped where RUNG_TEST_DATA is absent)", () => {
  // All kinds: `npm run bench -- alike`.
  const kinds = ["JPEG, quality 75", "JPEG, quality 50", "mirrored", "cropped to 29/32"];

  test.each(kinds)(
    "99 in 100 are found among the 10,000, and nothing else in their place: %s",
    async (kind) => {
      const { fraction } = seededRandom(1);
      const places = Array.from({ length: 400 }, (_, i) => i * 25 + Math.floor(25 * fraction()));
      const change = changesOfPictures[kind]!;
      const changed = await Promise.all(
        places.map((place) => change(original![place]!, (most) => Math.floor((most + 1) * fraction()))),
      );
      const found = nearDuplicates(Buffer.concat(changed.map(miniature)), known);
      expect(found.length).toBeGreaterThanOrEqual(0.99 * places.length);
      // CIFAR-10 has some photographs twice.
      const right = found.filter(({ image, other }) => places[image] === other);
      expect(right.length).toBeGreaterThanOrEqual(0.98 * places.length);
    },
  );

  test("at most one in 1,000 of 1,600 photographs from elsewhere is taken for one of them, beside the four that are", () => {
    // Seen by eye: a frog, a cat, a pickle and a van which Tiny ImageNet and CIFAR-10 have in common.
    const inBoth = [409, 1157, 1160, 1489];
    const found = nearDuplicates(Buffer.concat(others!.map(miniature)), known).map(({ image }) => image);
    expect(found).toEqual(expect.arrayContaining(inBoth));
    expect(found.length - inBoth.length).toBeLessThanOrEqual(1);
  });
});
