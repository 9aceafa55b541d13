import { expect, test } from "vitest";
import { clientAddress } from "@/server/web-process/client-address";

const from = (forwarded: string) => clientAddress(new Headers({ "x-forwarded-for": forwarded }));

test("the nearest hop counts, not what the client wrote before it", () => {
  expect(from("1.2.3.4, 203.0.113.9")).toBe("203.0.113.9");
});

test("whoever sends no address shares one", () => {
  expect(clientAddress(new Headers())).toBe("unknown");
});
