/**
 * The `most` models whose place on an axis is nearest to `at`, all of them where there are no more; of equally near ones those that come
 * first.
 */
export function nearestModels<Model>(
  models: readonly Model[],
  { at, place, most }: { at: number; place: (model: Model) => number; most: number },
): Model[] {
  if (models.length <= most) return [...models];
  return models
    .map((model) => ({ model, distance: Math.abs(place(model) - at) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ model }) => model);
}
