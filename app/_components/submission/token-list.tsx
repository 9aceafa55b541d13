"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import type { FormEvent } from "react";
import type { TokenView } from "@/server/teams/viewer-schema";
import { useTRPC } from "../trpc";
import { Time } from "../words/time";
import { Trouble, wordsOf } from "../words/trouble";

/** API tokens: made here, told once, revoked here. */
export function TokenList({ initial }: { initial: TokenView[] }) {
  const api = useTRPC();
  const tokens = useQuery({ ...api.teams.tokens.queryOptions(), initialData: initial });
  const refetch = () => void tokens.refetch();
  const create = useMutation(api.teams.createToken.mutationOptions({ onSuccess: refetch }));
  const revoke = useMutation(api.teams.revokeToken.mutationOptions({ onSuccess: refetch }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate({ name: String(new FormData(event.currentTarget).get("name")) });
    event.currentTarget.reset();
  };
  return (
    <div className="form">
      <p className="soft">
        For the command line and for training scripts. A token may do all that you may do.
      </p>
      <ul className="ledger">
        {tokens.data.map(({ id, name, createdAt, lastUsedAt }) => (
          <li key={id}>
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
            <button type="button" className="button quiet" onClick={() => revoke.mutate({ id })}>
              Revoke<span className="unseen"> {name}</span>
            </button>
          </li>
        ))}
      </ul>
      {create.data && (
        <output className="note good">
          <p>The new token, told once:</p>
          <code>{create.data.token}</code>
        </output>
      )}
      {(create.error ?? revoke.error) && <Trouble words={wordsOf(create.error ?? revoke.error)} />}
      <form className="search" onSubmit={submit}>
        <input
          name="name"
          required
          maxLength={60}
          placeholder="what it is for"
          aria-label="What the token is for"
        />
        <button type="submit" className="button" disabled={create.isPending}>
          Make a token
        </button>
      </form>
    </div>
  );
}
