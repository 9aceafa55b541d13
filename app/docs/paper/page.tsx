import type { Metadata } from "next";
import Link from "next/link";
import { Contents } from "@/app/_components/shell/contents";
import { causeWords } from "./cause-words";
import { compared } from "./compared";
import { TableOne } from "./table-one";
import { TableTwo } from "./table-two";
import { TwoLines } from "./two-lines";

export const metadata: Metadata = { title: "The paper’s numbers, and ours" };

const cells = Object.values(compared.tableOne)
  .flat()
  .flatMap((row) => Object.values(row.cells));
const computed = cells.filter(({ here }) => here !== null);
const different = computed.filter(({ paper, here }) => paper !== here);

export default function PaperPage() {
  return (
    <Contents
      sections={[
        ["table-1", "Table 1"],
        ["table-2", "Table 2"],
        ["lines", "The two lines"],
        ["causes", "What differs, and why"],
        ["limits", "What no slope shows"],
      ]}
    >
      <h1>The paper&rsquo;s numbers, and ours</h1>
      <p className="lede">
        Recht, Roelofs, Schmidt and Shankar,{" "}
        <a href="https://proceedings.mlr.press/v97/recht19a.html">
          Do ImageNet Classifiers Generalize to ImageNet?
        </a>{" "}
        (ICML 2019): every number of its tables 1 and 2 and of both its lines, beside the same number computed
        by this site from the predictions that the authors released.
      </p>
      <p>
        Those are of 30 models on CIFAR-10 and 66 on ImageNet, and make the boards of{" "}
        <Link href="/benchmarks/cifar-10">CIFAR-10</Link> and{" "}
        <Link href="/benchmarks/imagenet">ImageNet</Link>. Of table 1’s {cells.length} numbers,{" "}
        {cells.length - computed.length} are known only as printed. Of the other {computed.length},{" "}
        {computed.length - different.length} agree to the last digit, and {different.length} differ: they are
        bold, with a letter for <a href="#causes">the cause</a>.
      </p>
      <h2 id="table-1">Table 1</h2>
      <p>Accuracies, intervals and gaps in percent. Ranks are among all models, not only those printed.</p>
      <TableOne of="cifar-10" caption="CIFAR-10, and CIFAR-10.1 with 2,021 images" />
      <TableOne of="imagenet" caption="ImageNet top-1, and MatchedFrequency" />
      <h2 id="table-2">Table 2</h2>
      <p>
        How often annotators chose the images was found with their answers, and is not computed here. The
        paper averages over all models; the board over the models of its line.
      </p>
      <TableTwo />
      <h2 id="lines">The two lines</h2>
      <p>
        Both fitted on the linear scale, with 100,000 bootstrap samples of the models. That takes the images
        for fixed: the interval <Link href="/docs/statistics#images">over models and images</Link>, by which
        this site judges, is wider and stands on each board.
      </p>
      <TwoLines />
      <h2 id="causes">What differs, and why</h2>
      <ol type="a">
        {Object.entries(causeWords).map(([cause, words]) => (
          <li key={cause} id={cause}>
            {words}
          </li>
        ))}
      </ol>
      <h2 id="limits">What no slope shows</h2>
      <p>
        Had years of reuse worn the original sets out, better models would have gained less on the new ones.
        Both lines are steeper than one in points, so the paper finds no such diminishing returns. Its section
        5.1 names what this does not exclude: adaptivity that costs every model about the same moves the whole
        line and leaves its slope as it is. Then the drop looks like that of a harder set. To tell them apart
        would take new images drawn truly as the old ones were, which collecting again does not promise.
      </p>
      <p>
        No figure on this site says more than that; what its verdicts rest on is under{" "}
        <Link href="/docs/statistics#verdict">The verdict</Link>.
      </p>
    </Contents>
  );
}
