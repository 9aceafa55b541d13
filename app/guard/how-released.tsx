import Link from "next/link";
import { ClimbChances } from "./climb-chances";

/** The release of a score in plain words. */
export function HowReleased() {
  return (
    <>
      <h2 id="why">Why</h2>
      <p>
        A leaderboard that answers every submission exactly is a training set with a slow interface. Whoever
        submits often enough can climb it with models that have learned nothing but the answers: with 700
        submissions of random labels, on a set of 4,000 images with two classes, the number shown rises 9
        points above the truth. So here the answer itself is rationed.
      </p>
      <h2 id="release">What a submission learns</h2>
      <p>
        Every team stands on a <em>rung</em>: its last released score. A submission is compared with the model
        that earned it, image by image, out of sight. Only if it is right on more images, by more than chance
        usually makes, and by more than a step, judged with secret noise, does it <em>climb</em>. Then its
        scores are released, rounded to the step. Otherwise it is <em>held</em>: nothing is released, not even
        that it was close.
      </p>
      <ul>
        <li>
          A first submission always climbs. First scores are counted over all teams and end at a budget.
        </li>
        <li>A team may climb a few times only; then its ladder is closed.</li>
        <li>
          The noise is drawn afresh for each submission. It takes from an attacker most of what an answer at
          the threshold would tell. The price: an honest gain of one step is released about half the time, of
          two steps five times in six. Where two models disagree on many images, both are rarer.
        </li>
        <li>
          All hidden test sets that share images share one ladder and one budget: a second metric is the same
          secret.
        </li>
        <li>The original test sets are public; their scores are exact.</li>
      </ul>
      <ClimbChances />
      <p>
        This is the Ladder of Blum and Hardt with a gate, a limit and noise. The gate keeps out chance; the
        limit and the noise hold the strongest attack that we know.
      </p>
      <h2 id="quiet">What it learns by the way</h2>
      <p>
        Nothing, by design. A crash, a NaN or a time-out on a hidden image is a wrong answer, and the run goes
        on. The result appears at a time that is fixed when the run begins, from the model&rsquo;s own speed
        on original images; progress on hidden images shows the clock, not the images. Images come in a secret
        order. The model runs without network, disk or memory of its own between images, and the labels are
        never in the process that runs it. Ranks, intervals, fits and exports are computed from released
        values alone; <Link href="/docs/statistics#released">intervals</Link> cover every count that rounds to
        the number shown.
      </p>
    </>
  );
}
