import { array, assert, boolean, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { type Chunk, remainingWork } from "@/workers/model-run/remaining-work";

test("every chunk is as large as asked, the last what is left", () => {
  const work = remainingWork(10, 4);
  expect([work.take(), work.take(), work.take(), work.take()]).toEqual([
    { start: 0, count: 4 },
    { start: 4, count: 4 },
    { start: 8, count: 2 },
    null,
  ]);
});

test("no chunk crosses a cut", () => {
  const work = remainingWork(9, 4, [3, 8]);
  expect(
    [work.take(), work.take(), work.take(), work.take(), work.take()].map((chunk) => chunk?.count),
  ).toEqual([3, 4, 1, 1, undefined]);
});

test("suspects come back one by one and first, their companions as they were", () => {
  const work = remainingWork(20, 3);
  const [, second, third] = [work.take()!, work.take()!, work.take()!];
  work.putBack([second!], [third!]);
  expect([work.take(), work.take(), work.take(), work.take(), work.take()]).toEqual([
    { start: 3, count: 1 },
    { start: 4, count: 1 },
    { start: 5, count: 1 },
    { start: 6, count: 3 },
    { start: 9, count: 3 },
  ]);
});

test("whatever comes back in between, every image is handed out until it is answered, none twice", () => {
  assert(
    property(integer({ min: 0, max: 60 }), array(boolean(), { maxLength: 40 }), (images, fails) => {
      const work = remainingWork(images, 5);
      const answered: number[] = [];
      for (let chunk: Chunk | null = work.take(); chunk; chunk = work.take()) {
        if (chunk.count > 1 && fails.shift()) work.putBack([chunk], []);
        else for (let i = 0; i < chunk.count; i += 1) answered.push(chunk.start + i);
      }
      expect(answered.sort((a, b) => a - b)).toEqual(Array.from({ length: images }, (_, i) => i));
    }),
  );
});
