import type { EntryErrors } from "@/server/leaderboards/errors/entry-errors-schema";

/** The numbers behind the errors as files. */
export function ErrorsLinks({ errors }: { errors: EntryErrors }) {
  const address = `/api/v1/entries/${errors.id}`;
  const query = new URLSearchParams({ testSet: errors.testSet });
  return (
    <>
      <a href={`${address}/predictions.csv?${query}`}>every prediction as CSV</a> ·{" "}
      <a href={`${address}/errors?${query}&format=csv`}>classes as CSV</a> ·{" "}
      <a href={`${address}/errors?${query}`}>JSON</a>
    </>
  );
}
