import Link from "next/link";
import { api } from "@/server/api/caller";
import { viewHref } from "../_components/shell/view-query";

/** New test sets without a ladder, because whoever likes has their images. */
export async function PublicSets() {
  const benchmarks = await (await api()).benchmarks.list();
  const sets = benchmarks.flatMap(({ slug, name: benchmark, testSets }) =>
    testSets.filter(({ role }) => role === "public").map(({ name }) => ({ slug, benchmark, name })),
  );
  return (
    <>
      <h2 id="public">Public test sets</h2>
      <p>
        Some new test sets are public themselves, as CIFAR-10.1 and ImageNetV2 are. Whoever has the images can
        score a model on them as often as they like, so there is nothing for a ladder to guard: scores on them
        are exact, they are shown with those on the original test set, and they cost nothing of a quota. For
        the same reason they say less: a model can have been chosen by its score on them. They are drawn on an
        axis of their own and enter no record, no meter and no decision about a hidden test set, with which
        they may not share an image.
      </p>
      {sets.length === 0 ? (
        <p className="note">There is no public new test set here.</p>
      ) : (
        <ul>
          {sets.map(({ slug, benchmark, name }) => (
            <li key={`${slug} ${name}`}>
              <Link href={viewHref(`/benchmarks/${slug}`, { testSet: name })}>{name}</Link>, {benchmark}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
