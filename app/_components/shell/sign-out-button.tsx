"use client";

import { postAuth } from "./post-auth";

export function SignOutButton() {
  const signOut = async () => {
    await postAuth("signout", { callbackUrl: "/" });
    window.location.assign("/");
  };
  return (
    <button type="button" className="button quiet" onClick={signOut}>
      Sign out
    </button>
  );
}
