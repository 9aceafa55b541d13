import type { ReactNode } from "react";

/** A long page with its table of contents beside it. */
export function Contents({
  sections,
  children,
}: {
  sections: [id: string, title: string][];
  children: ReactNode;
}) {
  return (
    <div className="with-contents">
      <nav aria-label="On this page">
        {sections.map(([id, title]) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      <div className="prose">{children}</div>
    </div>
  );
}
