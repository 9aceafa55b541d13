import { assert, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { placesToLookAt } from "@/workers/model-run/second-look";

test("two hundred places of an order come again, or all of a shorter one, none of them twice", () => {
  assert(
    property(integer({ min: 0, max: 3000 }), (images) => {
      const places = placesToLookAt(images);
      expect(new Set(places).size).toBe(Math.min(images, 200));
      expect(places.every((place) => place >= 0 && place < images)).toBe(true);
    }),
  );
});

test("those that come again have other neighbours", () => {
  const places = placesToLookAt(4000);
  places.slice(1).forEach((place, i) => expect(Math.abs(place - places[i]!)).toBeGreaterThan(16));
});
