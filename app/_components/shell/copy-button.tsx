"use client";

import { useState } from "react";

/** Puts a text on the clipboard; where the browser does not let it, the text is there to be marked. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      setSaid("Mark it and copy it by hand");
    }
  };
  return (
    <>
      <button type="button" className="button quiet" onClick={copy}>
        Copy<span className="unseen"> {what}</span>
      </button>{" "}
      <output className="soft small">{said}</output>
    </>
  );
}
