import Link from "next/link";

/** What is allowed, how often, and what it costs. */
export function RulesSection() {
  return (
    <>
      <h2 id="rules">The rules</h2>
      <ul>
        <li>
          One team per person and pool of hidden images; you get a personal team when you first sign in. Extra
          accounts for extra scores are grounds for disqualification, and maintainers merge teams that turn
          out to be one: quotas and climbs are added up, and the higher released score stays.
        </li>
        <li>
          Each benchmark limits submissions in 24 hours and in total;{" "}
          <Link href="/submissions">My submissions</Link> shows how many are left and when the next is
          allowed.
        </li>
        <li>
          A submission counts from the moment its hidden part is spent, after its exact original score is
          known, and submissions of a team are compared in that order. It can be withdrawn, at no cost, until
          its evaluation on hidden images begins. A refusal, or a failure on original images, costs nothing;
          if the fault is ours, the run is repeated for free. The same file with the same preprocessing is
          answered with what became of it, and nothing is spent. A decision on a submission that the machine
          failed is voided, and given back.
        </li>
        <li>
          Evaluations on original images have a limit of their own, which nothing gives back: in 24 hours five
          times as many as can be spent, ten at least, and six hours of processor time. What a model takes on
          trial counts in the hours alone. Teams take turns.
        </li>
        <li>
          The files of refused, failed and withdrawn submissions, and uploads that were not submitted, are
          removed after a day; to submit one again, upload it again. How much may be stored for each person
          has a limit: <Link href="/account">Account</Link> says what is left.
        </li>
        <li>
          A submission that raises its team&rsquo;s released score by enough has <em>climbed</em>, and its
          rounded top-1 on the primary hidden test set is released; top-5 and other hidden test sets follow at
          the second, fourth and eighth climb. Any other is <em>held</em>: none of its scores on hidden images
          is released, which is no verdict on the model. <Link href="/guard">Why</Link>.
        </li>
        <li>
          First scores are limited across all teams, and more tightly for teams that nobody vouches for, since
          one person may have many. Beyond that a new team&rsquo;s first score waits for a maintainer, who
          lets it out or declines it without having seen it; declined, it stays spent.
        </li>
        <li>
          Training on the hidden images, or probing for them, leads to disqualification. A deviation from the
          line is only a description until a maintainer has verified the entry.
        </li>
      </ul>
    </>
  );
}
