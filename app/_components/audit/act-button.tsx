"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { Trouble, wordsOf } from "../words/trouble";

/** As much of a mutation as a button needs. */
interface Act<Input> {
  mutate: (input: Input, options: { onSuccess: () => void }) => void;
  isPending: boolean;
  error: unknown;
}

/** A table may be wider than its page, and the question must be in sight before it is answered. */
const intoSight = (form: HTMLFormElement | null) => {
  form?.scrollIntoView({ block: "nearest", inline: "nearest" });
};

/** A maintainer's act: confirmed before it is done, with a reason where it needs one, and its error in words. */
export function ActButton<Input>({
  label,
  warning,
  reason,
  act,
  inputOf,
}: {
  label: string;
  /** What it does, shown before it is confirmed; none where it can be undone. */
  warning?: string;
  /** What the reason is for; none where it needs no reason. */
  reason?: string;
  act: Act<Input>;
  inputOf: (reason: string) => Input;
}) {
  const router = useRouter();
  const note = useId();
  const [isAsked, setAsked] = useState(false);
  const perform = (text: string) =>
    act.mutate(inputOf(text), {
      onSuccess: () => {
        setAsked(false);
        router.refresh();
      },
    });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    perform(String(new FormData(event.currentTarget).get("reason") ?? ""));
  };
  if (!isAsked) {
    return (
      <>
        <button
          type="button"
          className="button quiet"
          disabled={act.isPending}
          onClick={() => (warning || reason ? setAsked(true) : perform(""))}
        >
          {label}
        </button>
        {Boolean(act.error) && <Trouble words={wordsOf(act.error)} />}
      </>
    );
  }
  return (
    <form ref={intoSight} className="act-form" onSubmit={submit}>
      {warning && <span className="soft small">{warning}</span>}
      {reason && (
        <>
          <span className="soft small" id={note}>
            Everybody can read the reason in <Link href="/log">the log</Link>, from tomorrow on and for good:
            name nobody in it.
          </span>
          <input
            name="reason"
            required
            minLength={3}
            maxLength={500}
            aria-label={reason}
            aria-describedby={note}
            placeholder={reason}
          />
        </>
      )}
      <button type="submit" className="button quiet" disabled={act.isPending}>
        {label} now
      </button>
      <button type="button" className="button quiet" onClick={() => setAsked(false)}>
        Cancel
      </button>
      {Boolean(act.error) && <Trouble words={wordsOf(act.error)} />}
    </form>
  );
}
