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
      <h1>Something broke here</h1>
      <p className="lede">
        The page could not be made. It is not your fault, and no submission or quota is affected. If it stays
        so, tell a maintainer{error.digest ? ` this number: ${error.digest}` : ""}.
      </p>
      <button type="button" className="button" onClick={reset}>
        Try again
      </button>
    </>
  );
}
