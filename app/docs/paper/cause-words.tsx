import type { ReactNode } from "react";
import { percent } from "@/app/_components/numbers/percent";
import type { Cause } from "@/server/paper/causes";
import { compared } from "./compared";

const { intercept } = compared.lines.imagenet.reach;

/** Why numbers differ, in the order of their letters. */
export const causeWords: Record<Cause, ReactNode> = {
  autoaugment: (
    <>
      The paper&rsquo;s CIFAR-10 ordering has five AutoAugment models whose predictions were not released.
      Table 1 prints one, which stands here as printed; the other four are missing. All four are ahead of
      shake_shake_64d_cutout on the original set, on the new one three are, and all four are ahead of the
      next: so models stand three or four places higher here. All five lie at the upper end, the printed one
      1.9 points above the line of the others: with them the line is steeper.
    </>
  ),
  tie: (
    <>
      Equal counts share the better rank here; the paper ranks one after the other. On MatchedFrequency
      pnasnet_large_tf and nasnet_large_tf both have 7,219 of 10,000 right, on CIFAR-10.1 vgg_15_BN_64 and
      resnet_basic_32 both 1,715 of 2,021.
    </>
  ),
  roundedTwice: (
    <>
      The upper end for 1,879 of 2,021 is 94.0498 %, which rounds to 94.0. Rounded to 94.05 first, it becomes
      the printed 94.1.
    </>
  ),
  fv16k: (
    <>
      The paper has a third model with Fisher vectors, fv_16k, whose predictions were not released. fv_4k and
      fv_64k lose 6.2 and 11.0 points by top-1, 10.3 and 13.2 by top-5. One between them that loses up to 10.6
      by top-1 gives both printed averages, and leaves the other four as they are.
    </>
  ),
  notKnown: (
    <>
      Not known for certain. These are the paper&rsquo;s networks as released; the printed line may have had
      one more or one fewer. Leaving out any one of the 64 puts the intercept between{" "}
      {percent(intercept.lower)} and {percent(intercept.upper)} and moves the ends of its interval by up to
      1.3 points, which is enough for all that differs.
    </>
  ),
};

/** A cause's letter in the tables. */
export const causeLetter = (cause: Cause): string =>
  String.fromCharCode("a".charCodeAt(0) + Object.keys(causeWords).indexOf(cause));
