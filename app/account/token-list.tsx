"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import type { TokenView } from "@/server/teams/viewer-schema";
import { CopyButton } from "../_components/shell/copy-button";
import { useTRPC } from "../_components/trpc";
import { Time } from "../_components/words/time";
import { Trouble, wordsOf } from "../_components/words/trouble";

/** API tokens: made here, shown once, revoked here. */
export function TokenList({ initial }: { initial: TokenView[] }) {
  const api = useTRPC();
  const tokens = useQuery({ ...api.teams.tokens.queryOptions(), initialData: initial });
  const refetch = () => void tokens.refetch();
  const create = useMutation(api.teams.createToken.mutationOptions({ onSuccess: refetch }));
  const revoke = useMutation(api.teams.revokeToken.mutationOptions({ onSettled: refetch }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get("name"));
    create.mutate({ name }, { onSuccess: () => form.reset() });
  };
  const trouble = create.error ?? revoke.error;
  return (
    <div className="form">
      <p className="soft">
        For the command line and training scripts. A token can do everything that you can.{" "}
        <Link href="/docs#submit">How to submit with one</Link>
      </p>
      {tokens.data.length === 0 && <p>You have no active tokens.</p>}
      <ul className="ledger">
        {tokens.data.map((token) => (
          <TokenLine
            key={token.id}
            token={token}
            onRevoke={() => revoke.mutate({ id: token.id })}
            isRevoking={revoke.isPending && revoke.variables.id === token.id}
          />
        ))}
      </ul>
      <output>{create.data && <NewToken token={create.data.token} />}</output>
      {trouble && <Trouble words={wordsOf(trouble)} />}
      <form className="row-buttons" onSubmit={submit}>
        <input
          name="name"
          required
          maxLength={60}
          autoComplete="off"
          placeholder="what it is for"
          aria-label="What the token is for"
        />
        <button type="submit" className="button nowrap" disabled={create.isPending}>
          Make a token
        </button>
      </form>
    </div>
  );
}

function NewToken({ token }: { token: string }) {
  return (
    <div className="note good">
      <p>
        <code>{token}</code>
      </p>
      <p>
        <CopyButton text={token} what="the new token" key={token} />
      </p>
      <p className="soft small">Shown only this once: the site stores just its hash. Put it in RUNG_TOKEN.</p>
    </div>
  );
}

function TokenLine({
  token: { name, createdAt, lastUsedAt },
  onRevoke,
  isRevoking,
}: {
  token: TokenView;
  onRevoke: () => void;
  isRevoking: boolean;
}) {
  const [isAsked, setAsked] = useState(false);
  return (
    <li>
      <span>
        {name}
        <small>
          made <Time at={createdAt} />
          {lastUsedAt ? (
            <>
              , last used <Time at={lastUsedAt} />
            </>
          ) : (
            ", never used"
          )}
        </small>
      </span>
      <span className="nowrap">
        {isAsked ? (
          <>
            <button type="button" className="button quiet" disabled={isRevoking} onClick={onRevoke}>
              Revoke now<span className="unseen">: scripts that use {name} stop working</span>
            </button>{" "}
            <button type="button" className="button quiet" onClick={() => setAsked(false)}>
              Keep<span className="unseen"> {name}</span>
            </button>
          </>
        ) : (
          <button type="button" className="button quiet" onClick={() => setAsked(true)}>
            Revoke<span className="unseen"> {name}</span>
          </button>
        )}
      </span>
    </li>
  );
}
