import Link from "next/link";
import type { ClosedPool } from "@/server/audit-log/public/closed-pools";
import { Time } from "../_components/words/time";

/** The pools whose secrets are public, each with its download. */
export function ClosedPools({ pools }: { pools: ClosedPool[] }) {
  if (pools.length === 0) return <p className="soft">None is closed yet.</p>;
  return (
    <ul>
      {pools.map(({ pool, name, benchmark, closedAt }) => (
        <li key={pool}>
          {name} on <Link href={`/benchmarks/${benchmark}`}>{benchmark}</Link>, closed <Time at={closedAt} />:{" "}
          <a href={`/api/v1/log/pools/${pool}`}>what was secret</a>
        </li>
      ))}
    </ul>
  );
}
