"use client";

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <>
      <h1>Something went wrong</h1>
      <p className="lede">
        This page could not be shown. It is not your fault, and no submission or quota is affected. If it
        keeps happening, tell a maintainer{error.digest ? ` this number: ${error.digest}` : ""}.
      </p>
      <button type="button" className="button" onClick={reset}>
        Try again
      </button>
    </>
  );
}
