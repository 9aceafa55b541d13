import Link from "next/link";

export default function NotFound() {
  return (
    <>
      <h1>Page not found</h1>
      <p className="lede">
        There is nothing at this address. An entry gets its page once it has been scored; a test set or metric
        may be mistyped.
      </p>
      <p>
        <Link href="/">All benchmarks</Link>
      </p>
    </>
  );
}
