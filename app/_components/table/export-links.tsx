import { viewHref, type ViewQuery } from "./view-query";

const files = [
  ["CSV", "table.csv"],
  ["JSON", "table.json"],
  ["SVG", "figure.svg"],
  ["PNG", "figure.png"],
  ["Cite", "cite.bib"],
] as const;

/** The view as files: the whole table, the figure, the citation. */
export function ExportLinks({ path, view }: { path: string; view: ViewQuery }) {
  return (
    <span className="exports">
      {files.map(([label, file], i) => (
        <span key={file}>
          {i > 0 && " · "}
          <a href={viewHref(`${path}/${file}`, view)} download>
            {label}
          </a>
        </span>
      ))}
    </span>
  );
}
