import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { api } from "@/server/api/caller";
import { siteOrigin } from "@/server/api/site-origin";
import { count } from "../_components/numbers/count";
import { Contents } from "../_components/shell/contents";
import { ClosedPools } from "./closed-pools";
import { HowToCheck } from "./how-to-check";
import { PastHeads } from "./past-heads";

export const metadata: Metadata = { title: "The log" };

export default async function LogPage() {
  const { log } = await api();
  const [heads, pools] = await Promise.all([log.heads(), log.closedPools()]);
  const [today] = heads;
  return (
    <Contents
      sections={[
        ["head", "Today’s head"],
        ["check", "How to check it"],
        ["receipts", "Your receipt"],
        ["pools", "Closed pools"],
        ["heads", "All heads"],
      ]}
    >
      <h1>The log</h1>
      <p className="lede">
        Every submission, evaluation, decision and maintainer&rsquo;s act is a line that is never changed. You
        need not take our word for it: the lines are public, and chained by hashes.
      </p>
      <h2 id="head">Today&rsquo;s head</h2>
      {today && today.line > 0 ? (
        <>
          <p>
            <code className="head wrap">{today.head}</code>
          </p>
          <p className="soft">
            The hash of line {count(today.line)}, the last one when {today.day} began (UTC). Note it somewhere
            that is not ours: while it is on the chain, nothing before it was changed, dropped, moved or
            added.
          </p>
        </>
      ) : (
        <p className="note">
          There is no head yet: it is that of the last line when the day began (UTC), and the log had none.
        </p>
      )}
      <HowToCheck origin={siteOrigin(await headers())} />
      <h2 id="pools">Closed pools</h2>
      <p>
        A hidden test set&rsquo;s lines commit to what they keep secret: the exact counts, the noise, the
        images a model got wrong. When its pool is closed for good, that is published, and anybody can decide
        every submission again; <code>log check</code> does. Its images are never used as hidden ones again.
      </p>
      <ClosedPools pools={pools} />
      <PastHeads heads={heads.filter(({ line }) => line > 0)} />
      <p className="footnotes">
        What the log cannot show: that a line was left out before it had a head. That is what receipts are
        for. <Link href="/guard#log">Why there is a log</Link>.
      </p>
    </Contents>
  );
}
