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
        <title>Something broke here · Rung</title>
        <main className="shell">
          <h1>Something broke here</h1>
          <p className="lede">
            The site cannot answer just now, most often because its database is away. Submissions already made
            are safe and keep their place{error.digest ? ` (${error.digest})` : ""}.
          </p>
          <button type="button" className="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
