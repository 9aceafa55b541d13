import Link from "next/link";

export default function NotFound() {
  return (
    <>
      <h1>There is nothing here</h1>
      <p className="lede">
        No page has this address. An entry appears once it has been scored; a view with a mistyped test set or
        metric does not exist either.
      </p>
      <p>
        <Link href="/">All benchmarks</Link>
      </p>
    </>
  );
}
