import Link from "next/link";

/** The log, and what none of this prevents. */
export function Limits() {
  return (
    <>
      <h2 id="log">The log</h2>
      <p>
        Every submission, decision, refusal and act of a maintainer is a line in a log, and each line carries
        a digest of all those before it. The secret part of a line enters only as a keyed digest, so that the
        log can be published and nobody can search it for scores. Maintainers can check the chain, replay
        every ladder from what was stored, and recompute every score, mark and count that a page shows. The
        public half is <Link href="/log">there for everyone to check</Link>.
      </p>
      <h2 id="limits">What this does not stop</h2>
      <ul>
        <li>
          Many accounts. Every team&rsquo;s first score is released, and what colluding teams learn adds up;
          hence the budget of first scores, one team per person, and maintainers who keep watch.
        </li>
        <li>
          A manipulated original accuracy. The original labels are public; a model may have been trained on
          them. A deviation from the line proves nothing until a maintainer has verified the entry.
        </li>
        <li>Attacks nobody has thought of. The ceiling above covers those too, but it is loose.</li>
      </ul>
    </>
  );
}
