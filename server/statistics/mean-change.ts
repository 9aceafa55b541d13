/**
 * The average change from original to new accuracy over models, as in table 2 of Recht et al. 2019.
 * @param models accuracies, fractions
 * @returns a fraction, below 0 for a drop; null without models
 */
export function meanChange(models: readonly { original: number; new: number }[]): number | null {
  if (models.length === 0) return null;
  return models.reduce((sum, model) => sum + model.new - model.original, 0) / models.length;
}
