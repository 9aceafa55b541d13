import Link from "next/link";
import { api } from "@/server/api/caller";
import { NavLink } from "./nav-link";
import { SiteMenu } from "./site-menu";

export async function SiteHeader() {
  const viewer = await (await api()).teams.me();
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
            <NavLink href="/audit" also="/admin">
              Audit
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
