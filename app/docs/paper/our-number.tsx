import { withMinus } from "@/app/_components/numbers/percent";
import type { Compared } from "@/server/paper/causes";
import { causeLetter } from "./cause-words";

/** A number of ours; one that is not the printed one is set off, with the letters of its causes. */
export function OurNumber({ of: { here, causes } }: { of: Compared }) {
  if (here === null) return <>–</>;
  const text = withMinus(here);
  if (causes.length === 0) return <>{text}</>;
  return (
    <>
      <strong>{text}</strong>
      {causes.map((cause) => (
        <sup key={cause}>
          <a href={`#${cause}`} aria-label={`cause ${causeLetter(cause)}`}>
            {causeLetter(cause)}
          </a>
        </sup>
      ))}
    </>
  );
}
