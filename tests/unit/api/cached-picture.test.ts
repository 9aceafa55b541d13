import { expect, test } from "vitest";
import { cachedPicture } from "@/server/api/cached-picture";

const picture = (bytes = 1) => new Uint8Array(bytes);
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test("one drawing is made into a picture once, another drawing into another", async () => {
  let made = 0;
  const make = async () => picture(++made);
  const [first, second] = await Promise.all([
    cachedPicture("<svg>1</svg>", make),
    cachedPicture("<svg>1</svg>", make),
  ]);
  expect(second).toBe(first);
  expect(await cachedPicture("<svg>1</svg>", make)).toBe(first);
  expect(await cachedPicture("<svg>2</svg>", make)).not.toBe(first);
  expect(made).toBe(2);
});

test("one is made at a time, and a crowd that asks for different ones is refused with busy", async () => {
  let running = 0;
  let most = 0;
  const make = async () => {
    most = Math.max(most, ++running);
    await settled();
    running -= 1;
    return picture();
  };
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) => cachedPicture(`crowd ${index}`, make)),
  );
  const refused = answers.filter(({ status }) => status === "rejected");
  expect(most).toBe(1);
  expect(refused).toHaveLength(13);
  expect(refused[0]).toMatchObject({ reason: { code: "busy" } });
  await settled();
  expect((await cachedPicture("crowd 19", make)).byteLength).toBe(1);
});

test("pictures beyond 32 MiB push out those unused for longest", async () => {
  let made = 0;
  const make = async () => {
    made += 1;
    return picture(20 << 20);
  };
  await cachedPicture("large 1", make);
  await settled();
  await cachedPicture("large 2", make);
  await settled();
  await cachedPicture("large 2", make);
  expect(made).toBe(2);
  await cachedPicture("large 1", make);
  expect(made).toBe(3);
});
