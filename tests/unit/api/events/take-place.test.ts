import { expect, onTestFinished, test } from "vitest";
import { takePlace } from "@/server/api/events/take-place";

/** Takes so many places and gives them back when the test ends. */
function take(client: string, count: number) {
  const left = Array.from({ length: count }, () => takePlace(client));
  onTestFinished(() => left.forEach((leave) => leave()));
  return left;
}

test("one client has thirty places, and is told when to come again; others are not in its way", () => {
  take("one", 30);
  expect(() => takePlace("one")).toThrow(
    expect.objectContaining({ code: "too_many_requests", retryAfterMs: 30_000 }),
  );
  take("another", 1);
});

test("a place that was left, however often, is one free place", () => {
  const [first] = take("leaver", 30);
  first!();
  first!();
  take("leaver", 1);
  expect(() => takePlace("leaver")).toThrow(/30 streams/);
});

test("all clients together have two thousand places", () => {
  for (let client = 0; client < 66; client += 1) take(`client ${client}`, 30);
  take("last", 20);
  expect(() => takePlace("late")).toThrow(expect.objectContaining({ code: "busy" }));
});
