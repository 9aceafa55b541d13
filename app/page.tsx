import Link from "next/link";
import { api } from "@/server/api/caller";
import { BenchmarkCard } from "./_components/benchmark-card";

export default async function HomePage() {
  const { benchmarks, leaderboards } = await api();
  const all = await benchmarks.list();
  const cards = await Promise.all(
    all.map(async (benchmark) => {
      const { slug } = benchmark;
      const [figure, ranking] = await Promise.all([
        leaderboards.figureFacts({ slug }),
        leaderboards.get({ slug, sort: "newRank" }),
      ]);
      const leader = ranking.rows.find((row) => row.newRank === 1) ?? null;
      return { benchmark, figure, leader };
    }),
  );
  return (
    <>
      <h1>Does it hold up on unseen images?</h1>
      <p className="lede">
        Submit an image classifier as an ONNX file. It is scored on the original test set and on new ones
        whose images nobody outside has seen, and compared with the line that original and new accuracy
        follow.
      </p>
      <p className="trust">
        Scores can be trusted because hidden images never leave the server, a submission learns at most a
        rounded number and often only that it was held, and every decision is recorded in a log that cannot be
        rewritten unnoticed. <Link href="/guard">How scores are guarded</Link>
      </p>
      {cards.length === 0 && (
        <p className="note">
          There is no benchmark yet. A maintainer can add one with{" "}
          <code>npm run -s rung -- benchmark create</code>.
        </p>
      )}
      <ul className="cards">
        {cards.map((card) => (
          <BenchmarkCard key={card.benchmark.slug} {...card} />
        ))}
      </ul>
    </>
  );
}
