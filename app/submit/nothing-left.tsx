import Link from "next/link";
import type { Quota } from "@/server/submissions/submission-schema";
import { Time } from "../_components/words/time";

/** Why no model can be submitted now, and when one can again. */
export function NothingLeft({ refused }: { refused: NonNullable<Quota["refused"]> }) {
  const { message, hint, until } = refused;
  return (
    <div className="note trouble">
      <p>
        <strong>Nothing can be submitted here now.</strong> {message}
      </p>
      <p>
        {until ? (
          <>
            Come back <Time at={until} />.
          </>
        ) : (
          <>
            {hint} <Link href="/submissions">Your submissions</Link>
          </>
        )}
      </p>
    </div>
  );
}
