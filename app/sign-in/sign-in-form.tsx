"use client";

import { type FormEvent, useState } from "react";
import type { WaysToSignIn } from "@/server/auth/ways-to-sign-in";
import { postAuth } from "../_components/shell/post-auth";
import { Trouble } from "../_components/words/trouble";

const failed = { message: "Sign-in failed.", hint: "Nothing was changed; try again in a minute." };

/** The ways to sign in that this site offers this visitor. */
export function SignInForm({ ways, next }: { ways: WaysToSignIn; next: string }) {
  const [isAsking, setAsking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const attempt = async (act: () => Promise<string | null>) => {
    setAsking(true);
    setFailed(false);
    const address = await act().catch(() => null);
    if (address) window.location.assign(address);
    else setFailed(true);
    setAsking(false);
  };
  const withGithub = () => attempt(async () => (await postAuth("signin/github", { callbackUrl: next })).url);
  const onThisComputer = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const fields = { name: String(given.get("name")), role: String(given.get("role")), callbackUrl: next };
    return attempt(async () => ((await postAuth("callback/local", fields)).ok ? next : null));
  };
  return (
    <div className="form">
      {hasFailed && <Trouble words={failed} />}
      {ways.github && (
        <>
          <button type="button" className="button primary" disabled={isAsking} onClick={withGithub}>
            Sign in with GitHub
          </button>
          <p className="soft small">
            We read your public profile. Where a rule vouches for teams by e-mail domain or organisation, we
            also look at your verified addresses or public memberships, and our log says which rule vouched.
          </p>
        </>
      )}
      {ways.local && (
        <form onSubmit={onThisComputer}>
          <h2>On this computer</h2>
          <p className="soft">No password is needed, because the site listens only on this computer.</p>
          <div className="row">
            <label className="field">
              <span>Name</span>
              <input name="name" maxLength={60} placeholder="researcher" autoComplete="username" />
            </label>
            <label className="field">
              <span>Role</span>
              <select name="role">
                <option value="researcher">researcher</option>
                <option value="maintainer">maintainer</option>
              </select>
            </label>
          </div>
          <button type="submit" className="button primary" disabled={isAsking}>
            {isAsking ? "Signing in" : "Sign in"}
          </button>
        </form>
      )}
      {ways.localRefused && (
        <div className="note trouble">
          <p>
            The sign-in without a password is for whoever is at the site's own machine. It is not offered
            here, because {ways.localRefused}.
          </p>
          <p>
            At that machine, open the site at <code>127.0.0.1</code> in a browser. For everybody else, its
            operator can set up sign-in with GitHub or make tokens with <code>rung token create</code>.
          </p>
        </div>
      )}
      {!ways.github && !ways.local && !ways.localRefused && (
        <p className="note">
          Sign-in is not set up on this site. A maintainer can set GITHUB_ID and GITHUB_SECRET, or make tokens
          with <code>rung token create</code>.
        </p>
      )}
    </div>
  );
}
