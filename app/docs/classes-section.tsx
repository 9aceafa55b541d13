import Link from "next/link";
import { api } from "@/server/api/caller";
import { counted } from "../_components/numbers/count";

/** In which order a model returns its scores, and where each benchmark says it. */
export async function ClassesSection() {
  const benchmarks = await (await api()).benchmarks.list();
  return (
    <>
      <h2 id="classes">The order of the classes</h2>
      <p>
        A model&rsquo;s output has one score for each class, in the order of the benchmark&rsquo;s class list.
        Folders of images are often read in alphabetical order: compare, since a model with another order is
        accepted and scores no better than chance. ImageNet models of timm, torchvision and Keras have its
        order already.
      </p>
      <ul>
        {benchmarks.map(({ slug, name, classes }) => (
          <li key={slug}>
            <Link href={`/benchmarks/${slug}/classes`}>{name}</Link>:{" "}
            {counted(classes.length, "class", "classes")}
          </li>
        ))}
      </ul>
      <p>
        In a script: <code>/api/v1/benchmarks/SLUG/classes?format=text</code>, one name a line.
      </p>
    </>
  );
}
