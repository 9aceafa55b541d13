import { expect, test } from "vitest";
import { inTurn } from "@/server/api/in-turn";

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Pieces of work that end when they are told to. */
function pieces() {
  const started: string[] = [];
  const ends = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  const piece = (name: string) => () =>
    new Promise<string>((resolve, reject) => {
      started.push(name);
      ends.set(name, { resolve: () => resolve(name), reject });
    });
  return { started, piece, end: (name: string) => ends.get(name)!.resolve(), ends };
}

test("no more than so many run at once; the others follow in the order they came", async () => {
  const { started, piece, end } = pieces();
  const turn = inTurn({ atOnce: 2, waiting: 2, what: "drawing" });
  const all = ["a", "b", "c", "d"].map((name) => turn(piece(name)));
  await settled();
  expect(started).toEqual(["a", "b"]);
  end("b");
  await settled();
  expect(started).toEqual(["a", "b", "c"]);
  end("a");
  end("c");
  await settled();
  end("d");
  expect(await Promise.all(all)).toEqual(["a", "b", "c", "d"]);
});

test("who comes when enough wait is told to come again, and those who wait are served", async () => {
  const { started, piece, end } = pieces();
  const turn = inTurn({ atOnce: 1, waiting: 1, what: "drawing" });
  const [first, second] = [turn(piece("a")), turn(piece("b"))];
  await expect(turn(piece("c"))).rejects.toMatchObject({
    code: "busy",
    message: /drawing as fast as it can/,
  });
  end("a");
  await first;
  await settled();
  end("b");
  await second;
  const later = turn(piece("d"));
  await settled();
  expect(started).toEqual(["a", "b", "d"]);
  end("d");
  expect(await later).toBe("d");
});

test("a piece of work that fails gives its turn on", async () => {
  const { piece, ends, end } = pieces();
  const turn = inTurn({ atOnce: 1, waiting: 1, what: "drawing" });
  const [first, second] = [turn(piece("a")), turn(piece("b"))];
  await settled();
  ends.get("a")!.reject(new Error("no font"));
  await expect(first).rejects.toThrow("no font");
  await settled();
  end("b");
  expect(await second).toBe("b");
});
