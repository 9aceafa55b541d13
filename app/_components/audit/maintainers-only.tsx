import type { ReactNode } from "react";
import { Trouble } from "../words/trouble";
import { refusedHere } from "./refused-here";

/** Shown to maintainers alone, where this site can read the guarded data; everybody else is told why not. */
export async function MaintainersOnly({ children }: { children: ReactNode }) {
  const words = await refusedHere();
  if (!words) return children;
  return (
    <>
      <h1>For maintainers</h1>
      <Trouble words={words} />
    </>
  );
}
