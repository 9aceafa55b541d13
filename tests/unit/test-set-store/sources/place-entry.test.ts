import { expect, test } from "vitest";
import { placeEntry } from "@/server/test-set-store/sources/place-entry";

test.each(["cat/1.jpg", "./cat/1.jpg", "cat//1.jpg"])("%s lies in the class cat", (path) => {
  expect(placeEntry(path)).toEqual({ kind: "image", top: "", className: "cat" });
});

test("one folder may lie around the classes", () => {
  expect(placeEntry("./test/cat/1.jpg")).toEqual({ kind: "image", top: "test", className: "cat" });
});

test("a name is the same however its accents are encoded", () => {
  expect(placeEntry("cafe\u0301/1.jpg")).toEqual(placeEntry("caf\u00e9/1.jpg"));
});

test.each([
  "cat/._1.jpg",
  "._cat",
  "__MACOSX/cat/1.jpg",
  "cat/.DS_Store",
  "cat/Thumbs.db",
  "PaxHeaders/1.jpg",
])("%s is left behind by a system and ignored", (path) => {
  expect(placeEntry(path)).toEqual({ kind: "ignored" });
});

test.each(["../cat/1.jpg", "/cat/1.jpg", "cat/../../1.jpg", "cat/\0.jpg", "1.jpg", "a/b/cat/1.jpg"])(
  "%j is refused",
  (path) => {
    expect(placeEntry(path)).toMatchObject({ kind: "refused" });
  },
);
