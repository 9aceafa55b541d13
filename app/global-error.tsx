"use client";

import "./globals.css";

export default function SiteError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Rung</title>
        <main className="shell">
          <h1>Something went wrong</h1>
          <p className="lede">
            The site cannot answer right now, most likely because it cannot reach its database. Submissions
            already made are safe and keep their place{error.digest ? ` (${error.digest})` : ""}.
          </p>
          <button type="button" className="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
