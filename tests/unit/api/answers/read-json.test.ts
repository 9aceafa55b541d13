import { expect, test } from "vitest";
import { readJson } from "@/server/api/answers/read-json";

const post = (body: BodyInit | null) =>
  new Request("http://rung.test/", { method: "POST", body, duplex: "half" } as RequestInit);

test("JSON is read", async () => {
  expect(await readJson(post('{"a":[1]}'))).toEqual({ a: [1] });
});

test.each([
  ["no JSON", "{"],
  ["nothing", null],
])("%s is refused in words", async (_what, body) => {
  await expect(readJson(post(body))).rejects.toMatchObject({ code: "bad_input" });
});

test("an endless body is cut off, not collected", async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1 << 16;
      controller.enqueue(new Uint8Array(1 << 16).fill(32));
    },
  });
  await expect(readJson(post(endless))).rejects.toMatchObject({ code: "too_large" });
  expect(sent).toBeLessThan(2 << 20);
});
