import Link from "next/link";

export function SiteFooter() {
  return (
    <footer className="site-footer">
      <p>
        Every number shown for a hidden test set is a released one. Accuracies are in percent, with 95&nbsp;%
        intervals.
      </p>
      <Link href="/guard">How scores are guarded</Link>
      <Link href="/docs/statistics">The statistics</Link>
      <Link href="/log">The log</Link>
      <Link href="/docs#api">API</Link>
    </footer>
  );
}
