import { createElement, type ReactElement } from "react";
import type { SvgNode } from "./svg-node";

/** A drawing as elements of the page. */
export function SvgDrawing({ drawing }: { drawing: SvgNode }) {
  return elementOf(drawing);
}

function elementOf({ tag, attributes, children }: SvgNode): ReactElement {
  const inner = children.map((child) => (typeof child === "string" ? child : elementOf(child)));
  return createElement(tag, attributes, ...inner);
}
