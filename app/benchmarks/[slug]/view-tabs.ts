import { type ViewQuery, viewHref } from "@/app/_components/shell/view-query";
import type { Tab } from "@/app/_components/shell/view-tabs";

/** Tabs between a board's two pictures: of accuracy, and of the distance from the line. */
export function viewTabs(given: { board: string; view: ViewQuery; current: "accuracy" | "robustness" }): {
  name: string;
  tabs: Tab[];
} {
  const { board, view, current } = given;
  const { testSet, metric } = view;
  return {
    name: "Picture",
    tabs: [
      { label: "accuracy", href: viewHref(board, view), current: current === "accuracy" },
      {
        label: "effective robustness",
        href: viewHref(`${board}/robustness`, { testSet, metric }),
        current: current === "robustness",
      },
    ],
  };
}
