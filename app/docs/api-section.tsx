const calls: [call: string, gives: string][] = [
  ["GET /benchmarks", "all benchmarks"],
  ["GET /benchmarks/{slug}", "one, with its test sets"],
  [
    "GET /benchmarks/{slug}/classes",
    "its classes in the order of a model’s scores: format=json, csv or text",
  ],
  [
    "GET /benchmarks/{slug}/leaderboard",
    "the table: testSet, metric, page, search, sort, format=json or csv",
  ],
  ["GET /benchmarks/{slug}/fit", "the line, its band and the points: testSet, metric, scale"],
  [
    "GET /benchmarks/{slug}/forecast",
    "what a model of originalAccuracy will score, and your chance to climb: testSet, metric, atLeast",
  ],
  ["GET /benchmarks/{slug}/events", "server-sent events when the table changes"],
  ["GET /entries/{id}", "one entry"],
  [
    "GET /entries/{id}/errors",
    "accuracy by class and confusions on a public test set: testSet, format=json or csv",
  ],
  ["GET /entries/{id}/predictions.csv", "what it says on every image of a public test set: testSet"],
  ["POST /submissions", "submit: a form with model (and data) and metadata, or JSON with upload (and data)"],
  ["GET /submissions", "your team's submissions, newest first: benchmark, format=json or csv"],
  ["GET /submissions/{id}", "its state and scores"],
  ["DELETE /submissions/{id}", "withdraw it"],
  ["GET /me/quota", "what is left of your quota"],
  ["GET /log", "the public lines of the log, one JSON object a line: from"],
  ["GET /log/heads", "every published head; GET /log/lines/{n} one line, GET /log/pools the closed pools"],
  ["GET /me/storage", "what is stored for you, and the most that may be"],
  ["POST /uploads", "start a resumable upload (tus 1.0)"],
  ["GET /first-releases", "for maintainers: first scores that wait"],
  ["POST /first-releases/approve", "for maintainers: let them out, unseen; the same with decline"],
  ["GET /storage", "for maintainers: what is stored, for whom, and what room is left"],
  ["POST /teams/vouch", "for maintainers: vouch for teams"],
  ["POST /vouch-rules", "for maintainers: set a rule that vouches; DELETE /vouch-rules/{id} ends it"],
];

/** The HTTP API in brief; the OpenAPI document has every field. */
export function ApiSection({ origin }: { origin: string }) {
  return (
    <>
      <h2 id="api">The API</h2>
      <p>
        Everything a page shows is also available under <code>{origin}/api/v1</code>. Numbers are fractions
        and counts, never percentages. Errors are problem documents (RFC 9457) with a <code>code</code> and a{" "}
        <code>hint</code>; where the same may be asked again later, <code>Retry-After</code> says when. The{" "}
        <a href={`${origin}/api/v1/openapi.json`}>OpenAPI document</a> is the authority on fields.
      </p>
      <p>
        A submission that had no answer can be sent again under the same <code>Idempotency-Key</code> header:
        it is answered with the one that it made. While the site’s database is away the answer is 503; ask
        again after the seconds of <code>Retry-After</code>.
      </p>
      <div className="scroll">
        <table className="data">
          <tbody>
            {calls.map(([call, gives]) => (
              <tr key={call}>
                <th scope="row" className="words">
                  <code>{call}</code>
                </th>
                <td>{gives}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
