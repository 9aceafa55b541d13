import { ViewLink } from "../shell/view-link";
import { type ViewQuery, viewHref } from "../shell/view-query";

/** Links to the pages of a long table: the first, the last and those around the current one. */
export function PageLinks({
  page,
  pages,
  path,
  view,
}: {
  page: number;
  pages: number;
  path: string;
  view: ViewQuery;
}) {
  if (pages < 2) return null;
  const all = Array.from({ length: pages }, (_, i) => i + 1);
  const shown = all.filter((number) => number === 1 || number === pages || Math.abs(number - page) <= 2);
  return (
    <nav className="pages" aria-label="Pages of the table">
      {shown.map((number, i) => (
        <span key={number}>
          {i > 0 && number - shown[i - 1]! > 1 && <span className="soft">… </span>}
          <ViewLink href={viewHref(path, view, { page: String(number) })} current={number === page}>
            {number}
          </ViewLink>
        </span>
      ))}
    </nav>
  );
}
