import Link from "next/link";
import { api } from "@/server/api/caller";
import { NavLink } from "./nav-link";
import { SiteMenu } from "./site-menu";

export async function SiteHeader() {
  const { teams, admin } = await api();
  const viewer = await teams.me();
  const waiting = viewer?.role === "maintainer" ? (await admin.waitingCount()).waiting : 0;
  return (
    <header className="site-header">
      <Link className="wordmark" href="/">
        Rung
      </Link>
      <SiteMenu>
        <nav className="site-nav" aria-label="Site">
          <NavLink href="/" also="/benchmarks">
            Benchmarks
          </NavLink>
          <NavLink href="/guard">How scores are guarded</NavLink>
          <NavLink href="/docs">Docs</NavLink>
          {viewer ? (
            <NavLink href="/submissions">My submissions</NavLink>
          ) : (
            <NavLink href="/sign-in">Sign in</NavLink>
          )}
          {viewer?.role === "maintainer" && (
            <NavLink href={waiting > 0 ? "/admin" : "/audit"} also={waiting > 0 ? "/audit" : "/admin"}>
              Audit
              {waiting > 0 && (
                <span className="badge">
                  {waiting}{" "}
                  <span className="unseen">{waiting === 1 ? "first score waits" : "first scores wait"}</span>
                </span>
              )}
            </NavLink>
          )}
          <Link className="cta" href="/submit">
            Submit a model
          </Link>
        </nav>
      </SiteMenu>
    </header>
  );
}
