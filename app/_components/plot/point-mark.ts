import { type SymbolType, symbol, symbolCircle, symbolDiamond2, symbolTriangle } from "d3-shape";
import type { PlotPoint } from "@/server/leaderboards/schemas/figure-schema";

type Marked = Pick<PlotPoint, "kind" | "held" | "mark">;

const symbolTriangleDown: SymbolType = {
  draw(context, size) {
    const third = Math.sqrt(size / (3 * Math.sqrt(3)));
    const half = third * Math.sqrt(3);
    context.moveTo(0, 2 * third);
    context.lineTo(-half, -third);
    context.lineTo(half, -third);
    context.closePath();
  },
};

/** Shapes tell points apart without colour; `area` is the size at which each looks as large as a circle of area 1. */
const shapes = {
  circle: { type: symbolCircle, area: 1 },
  diamond: { type: symbolDiamond2, area: 1.37 },
  up: { type: symbolTriangle, area: 1.15 },
  down: { type: symbolTriangleDown, area: 1.15 },
} as const;

/** The class and the outline of a point's mark around (0, 0), as large as a circle of `radius` px. */
export function pointMark(point: Marked, radius: number): { className: string; d: string } {
  const { type, area } = shapes[shapeOf(point)];
  const outline = symbol(type, area * Math.PI * radius ** 2).digits(1);
  return { className: classOf(point), d: outline()! };
}

/** Triangles for what is off the line, upwards above it; else circles for reference models, diamonds for entries. */
function shapeOf({ kind, held, mark }: Marked): keyof typeof shapes {
  if (mark && !held) return mark === "above" ? "up" : "down";
  return kind === "reference" ? "circle" : "diamond";
}

function classOf({ kind, held, mark }: Marked): string {
  if (held) return "held";
  return mark ? `${kind} marked is-${mark}` : kind;
}
