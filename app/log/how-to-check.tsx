/** Two verifiers, what they check, and where a receipt goes. */
export function HowToCheck({ origin }: { origin: string }) {
  return (
    <>
      <h2 id="check">How to check it</h2>
      <p>From a checkout of this software, without a database:</p>
      <pre>
        <code>{`npm run -s rung -- log check ${origin} \\
  --head HEAD_YOU_NOTED --receipt MODEL.receipt.json`}</code>
      </pre>
      <p>
        Or with <a href={`${origin}/check-log.py`}>one file of plain Python</a> that you can read in five
        minutes, and what you download yourself:
      </p>
      <pre>
        <code>{`curl ${origin}/api/v1/log > log.ndjson
curl ${origin}/api/v1/log/heads > heads.json
curl ${origin}/check-log.py > check-log.py
python3 check-log.py log.ndjson --heads heads.json \\
  --head HEAD_YOU_NOTED --receipt MODEL.receipt.json`}</code>
      </pre>
      <p>
        Leave out what you do not have: without a head or a receipt of your own you learn that the log fits
        itself, with one that it is the log of then. A <code>heads.json</code> of an earlier day does as well
        as a head that you noted. Both say how many lines are good, or name the first that is not and end with
        exit code 1: then compare with somebody else who kept a head, and ask the maintainers in public.
      </p>
      <p>
        Both follow the chain, <code>hash = SHA-256(hash before || public || commitment)</code>, find every
        head on it, and refuse a line that is dated before a head that it follows. A line comes with the head
        of the day after it, so that the log tells no time of day before the pages do.
      </p>
      <h2 id="receipts">Your receipt</h2>
      <p>
        Each submission has one from the moment it is made: the number and the hash of its line. The command{" "}
        <code>submit</code> writes it into <code>MODEL.receipt.json</code>; the page of your submissions and{" "}
        <code>GET /api/v1/submissions/ID</code> have it too. Keep it. From the day after, a log without your
        submission, or with another in its place, is found out by it.
      </p>
    </>
  );
}
