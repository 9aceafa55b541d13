import type { PublishedHead } from "@/server/audit-log/published-head";
import { count } from "../_components/numbers/count";

/** So many are drawn; the download has all. */
const shown = 30;
/** No page: a link to it is not prefetched. */
const log = "/api/v1/log";

export function PastHeads({ heads }: { heads: PublishedHead[] }) {
  return (
    <>
      <h2 id="heads">All heads</h2>
      {heads.length === 0 ? (
        <p className="soft">None yet.</p>
      ) : (
        <section className="scroll" aria-label="Published heads">
          <table className="data">
            <caption className="unseen">Published heads, the latest first</caption>
            <thead>
              <tr>
                <th scope="col" className="words">
                  Day (UTC)
                </th>
                <th scope="col" className="number">
                  Lines
                </th>
                <th scope="col" className="words">
                  Head
                </th>
              </tr>
            </thead>
            <tbody>
              {heads.slice(0, shown).map(({ day, line, head }) => (
                <tr key={day}>
                  <th scope="row" className="words nowrap">
                    {day}
                  </th>
                  <td className="number">{count(line)}</td>
                  <td className="words">
                    <code className="head wrap">{head}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p className="soft small">
        <a href={`${log}/heads`}>All of them as JSON</a>, <a href={log}>all lines as NDJSON</a>
        {heads.length > shown && ` (${count(heads.length)} heads)`}
      </p>
    </>
  );
}
