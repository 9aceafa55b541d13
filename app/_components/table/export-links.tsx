import { type ViewQuery, viewHref } from "../shell/view-query";

const files = [
  ["CSV", (path: string) => `${path}/table.csv`],
  ["JSON", (path: string) => `${path}/table.json`],
  ["SVG", (path: string) => `${path}/figure.svg`],
  ["PNG", (path: string) => `${path}/figure.png`],
  ["Cite", (path: string) => `/api/v1${path}/cite`],
] as const;

/** The view as files: the whole table, the figure, the citation. */
export function ExportLinks({ path, view }: { path: string; view: ViewQuery }) {
  return (
    <span className="exports">
      {files.map(([label, addressOf], i) => (
        <span key={label}>
          {i > 0 && " · "}
          <a href={viewHref(addressOf(path), view)} download>
            {label}
          </a>
        </span>
      ))}
    </span>
  );
}
