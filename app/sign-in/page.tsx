import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { api } from "@/server/api/caller";
import { waysToSignIn } from "@/server/auth/ways-to-sign-in";
import { SignInForm } from "./sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

const refusals: Record<string, string> = {
  AccessDenied: "The sign-in was not allowed.",
  CredentialsSignin: "The local sign-in works on this computer only.",
  OAuthCallback: "GitHub did not confirm the sign-in. Nothing was changed; try again.",
};

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ callbackUrl?: string; error?: string }>;
}) {
  const { callbackUrl, error } = await searchParams;
  const ways = waysToSignIn(new Headers(await headers()));
  const viewer = await (await api()).teams.me();
  const next = pathOf(callbackUrl);
  return (
    <>
      <h1>Sign in</h1>
      {error && (
        <p className="note trouble" role="alert">
          {refusals[error] ?? "The sign-in did not work. Nothing was changed; try again."}
        </p>
      )}
      {viewer && (
        <p className="note">
          You are signed in as {viewer.name}. <Link href={next}>Go on</Link>
        </p>
      )}
      <p className="lede">To submit models. Everything else can be read without.</p>
      <SignInForm ways={ways} next={next} />
      <noscript>
        <p className="note">
          Signing in needs JavaScript. Reading does not, and scripts submit with a token and the command line.
        </p>
      </noscript>
    </>
  );
}

/** Only a path of this site is gone to after the sign-in. */
function pathOf(address: string | undefined): string {
  if (!address || !URL.canParse(address, "http://here")) return "/submit";
  const { pathname, search } = new URL(address, "http://here");
  return pathname.startsWith("//") ? "/submit" : pathname + search;
}
