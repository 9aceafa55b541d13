/** The log, and what all this does not do. */
export function Limits() {
  return (
    <>
      <h2 id="log">The log</h2>
      <p>
        Every submission, decision, refusal and act of a maintainer is a line of a log, and each line carries
        a digest of all before it. The secret part of a line is bound in by a keyed digest, so that the log
        can be published without being searched for scores. Maintainers can check the chain and replay every
        ladder from what was stored.
      </p>
      <h2 id="limits">What this does not stop</h2>
      <ul>
        <li>
          Many accounts. Every team&rsquo;s first score is released, and teams that collude add up; hence the
          budget of first scores, one team per person, and maintainers who look.
        </li>
        <li>
          A moved original accuracy. The original labels are public; a model may have been trained on them. A
          deviation from the line proves nothing until a maintainer has verified the entry.
        </li>
        <li>Attacks nobody has thought of. The ceiling above holds for those too, but it is wide.</li>
      </ul>
    </>
  );
}
