/** The words of an error: what happened, and what to do about it. */
export interface TroubleWords {
  message: string;
  hint?: string;
}

/** What went wrong, in the server's words where it had any. */
export function wordsOf(error: unknown): TroubleWords {
  if (!(error instanceof Error)) return { message: "Something went wrong." };
  const data = "data" in error ? (error.data as { rung?: { hint?: string } } | null) : null;
  if (data?.rung) return { message: error.message, hint: data.rung.hint };
  return { message: "The site did not answer.", hint: "Check your connection and try again." };
}

export function Trouble({ words }: { words: TroubleWords }) {
  return (
    <div className="note trouble" role="alert">
      <p>{words.message}</p>
      {words.hint && <p className="soft">{words.hint}</p>}
    </div>
  );
}
