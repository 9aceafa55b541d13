import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";
import { px } from "./svg-node";

/** Shapes that tell points apart without colour. */
export type MarkShape = "circle" | "diamond" | "up" | "down";

type Marked = Pick<PlotPoint, "kind" | "held" | "mark">;

/** Triangles for what is off the line, upwards above it; else circles for reference models, diamonds for entries. */
export function markShape({ kind, held, mark }: Marked): MarkShape {
  if (mark && !held) return mark === "above" ? "up" : "down";
  return kind === "reference" ? "circle" : "diamond";
}

/** The classes that colour a point's mark. */
export function markClass({ kind, held, mark }: Marked): string {
  if (held) return "held";
  return mark ? `${kind} marked is-${mark}` : kind;
}

/** The outline of a shape around (x, y) with about the area of a circle of radius `r`; px. */
export function markPath(shape: MarkShape, x: number, y: number, r: number): string {
  if (shape === "circle") {
    return `M${px(x - r)} ${px(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
  if (shape === "diamond") {
    const d = px(r * 1.3);
    return `M${px(x)} ${px(y - d)}l${d} ${d}l${-d} ${d}l${-d} ${-d}Z`;
  }
  const up = shape === "up" ? 1 : -1;
  const [half, height] = [px(r * 1.45), px(r * 2.5)];
  return `M${px(x)} ${px(y - up * height * 0.6)}l${half} ${px(up * height)}h${-2 * half}Z`;
}
