import Link from "next/link";
import { climbTable } from "@/server/release/climb-table";
import { defaultPolicy } from "@/server/release/default-policy";
import { ClimbChances } from "../_components/submission/climb-chances";

const images = 10_000;

/** How a score is released, in plain words. */
export function HowReleased() {
  return (
    <>
      <h2 id="why">Why</h2>
      <p>
        A leaderboard that answers every submission exactly is a training set with a slow interface. Anyone
        who submits often enough can climb it with models that have learned nothing but the answers: with 700
        submissions of random labels, on a set of 4,000 images with two classes, the number shown rises 9
        points above the truth. So here the answers themselves are rationed.
      </p>
      <h2 id="release">What a submission learns</h2>
      <p>
        Every team stands on a <em>rung</em>: its last released score. A submission is compared with the model
        that earned that score, image by image, out of sight. It <em>climbs</em> only if it is right on more
        images, by more than chance usually explains and by more than a step, judged with secret noise. Then
        its score is released, rounded to the step. Otherwise it is <em>held</em>: nothing is released, not
        even that it was close.
      </p>
      <ul>
        <li>
          A first submission always climbs. First scores are counted across all teams, up to a budget. Teams
          that nobody vouches for are counted as if one attacker had them all: once one more could pass the
          bias that the pool allows them, a new one&rsquo;s first score waits for a maintainer, who decides
          without seeing it.
        </li>
        <li>
          A climb releases one number, top-1 on the primary test set. Top-5 and the scores on the pool&rsquo;s
          other test sets come with a team&rsquo;s second, fourth and eighth climb: two numbers at once tell
          an attacker twice as much.
        </li>
        <li>A team can climb only a few times; then its ladder is closed.</li>
        <li>
          The noise is drawn afresh for each submission and moves both conditions. It takes away most of what
          an answer at the threshold would tell an attacker, who could otherwise change so many images at once
          that chance alone decides. The price: on 10,000 images an honest gain of one point is released about
          four times in ten, a gain of two points nine times in ten, and of models that are no better three in
          a hundred climb by luck. Where the two models disagree on many images, climbs are rarer.
        </li>
        <li>
          A submission can ask for more: with <code className="nowrap">--at-least 2</code> it climbs only if
          it gains more than two whole steps, judged with the same noise. That saves climbs. Replayed with the
          64 networks of the paper that this site follows, as one team&rsquo;s, in order of accuracy, two
          steps serve best: the team ends a third of a point behind its best model on average, and within one
          point in 95 of 100 runs. Without asking, its twelve climbs are spent early, and it ends four and a
          half behind; with three steps, one.
        </li>
        <li>
          Hidden test sets that share images share one ladder and one budget, and so do their metrics: it is
          all the same secret.
        </li>
        <li>
          Original test sets are public; their scores are exact. So are those on{" "}
          <a href="#public">public new test sets</a>.
        </li>
      </ul>
      <ClimbChances
        table={climbTable(defaultPolicy(images).policy, images)!}
        caption="Climbs in 100 submissions under the default for 10,000 images, by true gain and by the share of images on which the two models differ; published neighbours differ on 10 to 21 %"
      />
      <p>
        This is the Ladder of Blum and Hardt with a gate, a limit and noise. The gate keeps chance out; the
        limit and the noise contain the strongest attack we know.
      </p>
      <h2 id="quiet">What else it learns</h2>
      <p>
        Nothing, by design. A crash, a NaN or a time-out on a hidden image counts as a wrong answer, and the
        run goes on. A model may use three times the processor time that it took on original images. The
        result appears at the end of a window fixed from that time when the run begins; only a machine that is
        too busy, whatever the model does, moves it, by whole windows, and that is counted below. Progress on
        hidden images shows the clock, not the images. Images come in a secret order. The model runs without
        network or disk and remembers nothing from one image to the next, and the labels never enter the
        process that runs it. Ranks, intervals, fits and exports are computed from released values alone;{" "}
        <Link href="/docs/statistics#released">intervals</Link> cover every count that rounds to the number
        shown.
      </p>
    </>
  );
}
