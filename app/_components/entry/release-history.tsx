import Link from "next/link";
import type { Entry } from "@/server/leaderboards/schemas/entry-schema";
import { percent } from "../numbers/percent";
import { Time } from "../words/time";

/** What was released to a team, submission by submission. */
export function ReleaseHistory({ history, current }: { history: Entry["history"]; current: string }) {
  return (
    <ol className="ledger">
      {history.map(({ id, name, at, decision, accuracy }) => (
        <li key={id}>
          <span>
            {id === current ? <strong>{name}</strong> : <Link href={`/entries/${id}`}>{name}</Link>}
            {at && (
              <small>
                <Time at={at} />
              </small>
            )}
          </span>
          <span>
            {accuracy === null ? "" : percent(accuracy)}
            <small>{decision ?? ""}</small>
          </span>
        </li>
      ))}
    </ol>
  );
}
