import type { Training } from "../evaluation/training";

/** Training data beyond ImageNet's own, as timm's tags name it. */
const more =
  /^(in(12|21|22)k|ig\w*|swsl|ssl|swag|seer|yfcc\w*|jft\w*|laion\w*|openai|dfn\w*|datacomp\w*|merged\w*|metaclip\w*|webli|lvd\w*|ssld|clip|m\d+m)$/;

/**
 * How one of timm's models was trained, read off the tag after the dot of its name, which lists the data in the order of training
 * ("fb_in22k_ft_in1k"); undefined where it has none that says.
 */
export function trainingByTag(name: string): Training | undefined {
  const words = /\.(\S+)/.exec(name)?.[1]?.split("_") ?? [];
  if (words.some((word) => more.test(word))) return "more-data";
  if (words.includes("adv")) return "robust";
  return words.includes("in1k") ? "standard" : undefined;
}
