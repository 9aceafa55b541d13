"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../trpc";
import { Trouble, wordsOf } from "../words/trouble";
import { canBeWithdrawn } from "./describe-state";
import type { ShownSubmission } from "./shown-submission";

/** What a team may do with its submission now. */
export function SubmissionActs({
  submission,
  onChange,
}: {
  submission: ShownSubmission;
  onChange: () => void;
}) {
  const api = useTRPC();
  const asAdvised = useMutation(api.submissions.asAdvised.mutationOptions({ onSuccess: onChange }));
  const withdraw = useMutation(api.submissions.withdraw.mutationOptions({ onSuccess: onChange }));
  const goOn = useMutation(api.submissions.goOn.mutationOptions({ onSuccess: onChange }));
  const { id, state, advice } = submission;
  if (!canBeWithdrawn(submission)) return null;
  const isPending = asAdvised.isPending || withdraw.isPending || goOn.isPending;
  const button = (words: string, act: typeof withdraw | typeof goOn, look: "primary" | "quiet") => (
    <button
      key={words}
      type="button"
      className={`button ${look}`}
      disabled={isPending}
      onClick={() => act.mutate({ id })}
    >
      {words}
    </button>
  );
  return (
    <>
      {[asAdvised, goOn, withdraw].map(
        ({ error }, i) => error && <Trouble key={String(i)} words={wordsOf(error)} />,
      )}
      <p className="row-buttons">
        {advice?.better && button("Submit with the better setting", asAdvised, "primary")}
        {advice?.better && button("Go on as declared", goOn, "quiet")}
        {state === "waiting-for-you" && !advice?.better && button("Spend it", goOn, "primary")}
        {button("Withdraw", withdraw, "quiet")}
      </p>
    </>
  );
}
