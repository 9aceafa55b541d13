import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { api } from "@/server/api/caller";
import { waysToSignIn } from "@/server/auth/ways-to-sign-in";
import { shortBytes } from "@/server/problems/short-bytes";
import { SignOutButton } from "../_components/shell/sign-out-button";
import { ApiProvider } from "../_components/trpc";
import { TokenList } from "./token-list";

export const metadata: Metadata = { title: "Account" };

export default async function AccountPage() {
  const { submissions, teams } = await api();
  const viewer = await teams.me();
  if (!viewer) redirect("/sign-in?callbackUrl=/account");
  const [team, tokens, stored] = await Promise.all([teams.team(), teams.tokens(), submissions.storage()]);
  const others = team.members.filter((name) => name !== viewer.name);
  return (
    <ApiProvider>
      <h1>Account</h1>
      <p className="lede">
        Signed in as {viewer.name}. <Link href="/submissions">My submissions</Link>
      </p>
      <div className="form">
        <dl className="facts">
          <div>
            <dt>Role</dt>
            <dd>
              {viewer.role === "maintainer"
                ? "maintainer: responsible for the hidden test sets"
                : "researcher: submits models"}
            </dd>
          </div>
          <div>
            <dt>Team</dt>
            <dd>
              {team.name}
              {team.personal && " (personal team)"}
              {others.length > 0 && `, with ${others.join(", ")}`}
            </dd>
          </div>
          <div>
            <dt>Stored for you</dt>
            <dd>
              {shortBytes(stored.bytes)} of at most {shortBytes(stored.most)}
              {stored.leaving > 0 && `; ${shortBytes(stored.leaving)} go within a day`}
            </dd>
          </div>
        </dl>
        <p className="soft">Submissions, quota and ladder belong to the team.</p>
        <SignOutButton />
      </div>
      <h2>Tokens for scripts</h2>
      {waysToSignIn().local && (
        <p className="soft">
          You signed in without a password, so a token made here works on this computer only. One for
          elsewhere: <code>npm run -s rung -- token create --user {viewer.name}</code>.
        </p>
      )}
      <TokenList initial={tokens} />
      <noscript>
        <p className="note">
          Making and revoking tokens, and signing out, need JavaScript. Whoever runs the site can make a token
          with <code>npm run -s rung -- token create --user {viewer.name}</code>.
        </p>
      </noscript>
    </ApiProvider>
  );
}
