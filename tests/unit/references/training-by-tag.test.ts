import { expect, test } from "vitest";
import { trainingByTag } from "@/server/references/training-by-tag";

test.each([
  ["resnet50.tv_in1k (224)", "standard"],
  ["resnet50.a1_in1k", "standard"],
  ["convnext_base.fb_in22k_ft_in1k_384 (384)", "more-data"],
  ["resnext101_32x8d.fb_swsl_ig1b_ft_in1k", "more-data"],
  ["vit_large_patch14_clip_336.openai_ft_in12k_in1k", "more-data"],
  ["tf_efficientnet_l2.ns_jft_in1k", "more-data"],
  ["regnety_1280.swag_lc_in1k", "more-data"],
  ["inception_v3.tf_adv_in1k", "robust"],
  ["resnet50", undefined],
])("%s: %s", (name, training) => {
  expect(trainingByTag(name)).toBe(training);
});
