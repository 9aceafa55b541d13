import type { Metadata } from "next";
import Link from "next/link";
import { api } from "@/server/api/caller";
import { waysToSignIn } from "@/server/auth/ways-to-sign-in";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

const refusals: Record<string, string> = {
  AccessDenied: "You are not allowed to sign in here.",
  CredentialsSignin: "The local sign-in takes a name of 60 characters at most, and one of the two roles.",
  OAuthCallback: "GitHub did not confirm the sign-in. Nothing was changed; try again.",
};

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ callbackUrl?: string; error?: string }>;
}) {
  const { callbackUrl, error } = await searchParams;
  const ways = waysToSignIn();
  const viewer = await (await api()).teams.me();
  const next = pathOf(callbackUrl);
  return (
    <>
      <h1>Sign in</h1>
      {error && (
        <p className="note trouble" role="alert">
          {refusals[error] ?? "Sign-in failed. Nothing was changed; try again."}
        </p>
      )}
      {viewer && (
        <p className="note">
          You are signed in as {viewer.name}. <Link href={next}>Continue</Link>
        </p>
      )}
      <p className="lede">Only submitting models needs an account; reading does not.</p>
      <SignInForm ways={ways} next={next} />
      <noscript>
        <p className="note">
          Signing in needs JavaScript; reading does not. Scripts submit with a token from the command line.
        </p>
      </noscript>
    </>
  );
}

/** Where to go after signing in: only ever a path on this site. */
function pathOf(address: string | undefined): string {
  if (!address || !URL.canParse(address, "http://here")) return "/submit";
  const { pathname, search } = new URL(address, "http://here");
  return pathname.startsWith("//") ? "/submit" : pathname + search;
}
