import { expect, test } from "vitest";
import { authorise } from "@/server/auth/authorise";
import type { Maintainer, Researcher, Viewer } from "@/server/context";

const researcher: Viewer = { userId: "u", name: "Ada", role: "researcher", teamId: "t" };
const maintainer: Viewer = { ...researcher, role: "maintainer" };

test("nobody has no right", () => {
  expect(() => authorise(null, "researcher")).toThrow(expect.objectContaining({ code: "sign_in_needed" }));
  expect(() => authorise(null, "maintainer")).toThrow(expect.objectContaining({ code: "sign_in_needed" }));
});

test("a researcher is no maintainer", () => {
  expect(authorise(researcher, "researcher")).toBe(researcher);
  expect(() => authorise(researcher, "maintainer")).toThrow(expect.objectContaining({ code: "forbidden" }));
});

test("a maintainer may do what a researcher may", () => {
  expect(authorise(maintainer, "researcher")).toBe(maintainer);
  expect(authorise(maintainer, "maintainer")).toBe(maintainer);
});

test("a right that was not checked does not compile", () => {
  // @ts-expect-error a viewer is not yet a researcher
  const unchecked: Researcher = researcher;
  // @ts-expect-error a researcher is not yet a maintainer
  const promoted: Maintainer = authorise(maintainer, "researcher");
  expect([unchecked, promoted]).toHaveLength(2);
});
