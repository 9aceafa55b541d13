import { ViewLink } from "./view-link";

export interface Tab {
  label: string;
  href: string;
  current: boolean;
}

/** Rows of tabs, each a link: the view is in the address. */
export function ViewTabs({ groups }: { groups: { name: string; tabs: Tab[] }[] }) {
  return (
    <nav className="tabs" aria-label="View">
      {groups
        .filter(({ tabs }) => tabs.length > 0)
        .map(({ name, tabs }) => (
          <ul key={name} aria-label={name}>
            {tabs.map(({ label, href, current }) => (
              <li key={label}>
                <ViewLink href={href} current={current}>
                  {label}
                </ViewLink>
              </li>
            ))}
          </ul>
        ))}
    </nav>
  );
}
