/** A moment in UTC to the minute, with seconds on hover: histories are compared, so times are absolute. */
export function Moment({ at }: { at: string }) {
  return (
    <time className="nowrap" dateTime={at} title={at}>
      {at.slice(0, 16).replace("T", " ")}
    </time>
  );
}
