import { expect, test } from "vitest";
import { usualColumns } from "@/app/_components/shell/usual-columns";
import { viewHref, viewPairs, viewQuery } from "@/app/_components/shell/view-query";

test("one view has one address, whatever the order in which it was asked for", () => {
  const one = viewHref("/b", viewQuery({ sort: "gap", testSet: "TopImages", metric: "top5" }));
  const other = viewHref("/b", viewQuery({ metric: "top5", testSet: "TopImages", sort: "gap" }));
  expect(one).toBe("/b?testSet=TopImages&metric=top5&sort=gap");
  expect(other).toBe(one);
});

test("the default view is the bare address, however it is spelled out", () => {
  expect(
    viewHref("/b", { metric: "top1", scale: "linear", page: "1", descending: "false", kind: "all" }),
  ).toBe("/b");
});

test("any change but that of the page goes back to the first page", () => {
  const view = viewQuery({ page: "7", search: "resnet" });
  expect(viewHref("/b", view, { sort: "name" })).toBe("/b?search=resnet&sort=name");
  expect(viewHref("/b", view, { page: "8" })).toBe("/b?search=resnet&page=8");
});

test("empty fields of a form, unknown names and all but the last of a repeated name are left aside", () => {
  expect(viewPairs(viewQuery({ search: "", team: ["a", "b"], utm_source: "mail" }))).toEqual([["team", "b"]]);
});

test("boxes that a form sends one by one are one list of columns, and the usual ones need no address", () => {
  expect(viewHref("/b", viewQuery({ columns: ["gap", "year"] }))).toBe("/b?columns=gap%2Cyear");
  expect(viewHref("/b", viewQuery({ columns: usualColumns.split(",") }))).toBe("/b");
});
