"use client";

import { useState } from "react";

/** Copies a text to the clipboard; where the browser refuses, the reader can still select it. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      setSaid("Select the text and copy it by hand");
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
