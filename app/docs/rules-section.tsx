import Link from "next/link";

/** What may be done, how often, and what it costs. */
export function RulesSection() {
  return (
    <>
      <h2 id="rules">The rules</h2>
      <ul>
        <li>
          One team per person and pool of hidden images; a personal team is made at the first sign-in. Further
          accounts to get further scores are a reason for disqualification, and maintainers merge teams that
          turn out to be one: quotas and climbs are added, and the higher released score stays.
        </li>
        <li>
          Each benchmark allows a number of submissions in 24 hours and in all;{" "}
          <Link href="/submissions">My submissions</Link> shows what is left and when the next is allowed.
        </li>
        <li>
          A submission is spent when its evaluation on hidden images begins. Until then it can be withdrawn. A
          refusal, or a failure on original images, costs nothing, and a fault of ours is repeated for free.
        </li>
        <li>
          A submission that raises its team&rsquo;s released score by enough has <em>climbed</em>, and rounded
          scores are released. Any other is <em>held</em>: nothing of it is released, and that is no verdict
          on the model. <Link href="/guard">Why</Link>.
        </li>
        <li>
          First scores are limited over all teams. When they are used up, a new team&rsquo;s first score waits
          for a maintainer.
        </li>
        <li>
          Training on the hidden images, or probing for them, disqualifies. Deviations from the line are only
          descriptions until a maintainer has verified the entry.
        </li>
      </ul>
    </>
  );
}
