/**
 * Signed distance from a point to a closed polygon, negative inside (even-odd rule), in the unit of its corners.
 * `corners` holds x, y in turn.
 */
export function polygonDistance(corners: Float64Array, x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  let inside = false;
  const last = corners.length - 2;
  let fromX = corners[last]!;
  let fromY = corners[last + 1]!;
  for (let i = 0; i <= last; i += 2) {
    const toX = corners[i]!;
    const toY = corners[i + 1]!;
    const edgeX = toX - fromX;
    const edgeY = toY - fromY;
    const along = ((x - fromX) * edgeX + (y - fromY) * edgeY) / (edgeX * edgeX + edgeY * edgeY);
    const t = Math.max(0, Math.min(1, along));
    const dx = x - fromX - t * edgeX;
    const dy = y - fromY - t * edgeY;
    nearest = Math.min(nearest, dx * dx + dy * dy);
    if (fromY > y !== toY > y && x < fromX + ((y - fromY) / edgeY) * edgeX) inside = !inside;
    fromX = toX;
    fromY = toY;
  }
  return inside ? -Math.sqrt(nearest) : Math.sqrt(nearest);
}
