import Link from "next/link";
import type { EntryErrors } from "@/server/leaderboards/errors/entry-errors-schema";
import { ClassFigure } from "./class-figure";
import { ConfusionList } from "./confusion-list";
import { ErrorsLinks } from "./errors-links";

/** The errors of an entry on the original test set, in brief; the whole of them has a page of its own. */
export function ErrorsSection({ errors, id }: { errors: EntryErrors | string; id: string }) {
  if (typeof errors === "string") {
    return (
      <section className="prose">
        <h2>Errors on the original test set</h2>
        <p className="soft">{errors}</p>
      </section>
    );
  }
  return (
    <section>
      <h2>Errors on {errors.testSet === "Original" ? "the original test set" : errors.testSet}</h2>
      <div className="figure-page">
        <ClassFigure errors={errors} />
        <div className="figure-aside">
          <section>
            <h2>Most often taken for another</h2>
            <ConfusionList errors={errors} most={8} />
            <p>
              <Link href={`/entries/${id}/errors`}>All classes and confusions</Link> ·{" "}
              <ErrorsLinks errors={errors} />
            </p>
            <p>
              These images and labels are public. Nothing is told by class of a hidden test set.{" "}
              <Link href="/guard">Why</Link>
            </p>
          </section>
        </div>
      </div>
    </section>
  );
}
