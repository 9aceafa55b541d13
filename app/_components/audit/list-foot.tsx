import Link from "next/link";
import { addressOf } from "./query-of";

/** Below a long list: the next page, the first one, and the whole list as CSV. */
export function ListFoot({
  path,
  query,
  next,
  csv,
  asked,
}: {
  path: string;
  query: Record<string, string | undefined>;
  next?: string | null;
  csv: string;
  /** The query for the CSV, where it differs from the address. */
  asked?: Record<string, string | undefined>;
}) {
  const { after, ...filters } = query;
  return (
    <nav className="pages" aria-label="Pages of the list">
      {after && <Link href={addressOf(path, filters)}>First page</Link>}
      {next && <Link href={addressOf(path, { ...filters, after: next })}>Next page</Link>}
      <a href={addressOf(`/api/v1/audit/${csv}`, asked ?? filters)} download>
        All as CSV
      </a>
    </nav>
  );
}
