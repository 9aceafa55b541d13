import Link from "next/link";

const own = `npm ci && npm start                       # everything, on this machine

npm run -s rung -- benchmark create flowers --name Flowers \\
  --classes classes.txt --input-size 3,224,224
npm run -s rung -- testset import original.tar \\
  --benchmark flowers --name Original --role original
npm run -s rung -- testset import new/ \\
  --benchmark flowers --name New --role hidden
npm run -s rung -- testset import public/ \\
  --benchmark flowers --name "New, public" --role public
npm run -s rung -- reference import results.csv --benchmark flowers --test-set New`;

/** How to set up a benchmark of one's own. */
export function OwnSection() {
  return (
    <>
      <h2 id="own">Run your own</h2>
      <p>
        One command starts the site, a worker and an embedded PostgreSQL. A benchmark needs a list of classes
        and two sets of images, each a folder or a .tar with one folder per class, called by its name, its
        index or its synset.
      </p>
      <pre>{own}</pre>
      <p>
        A public set is one whose images others have too: scores on it are exact, without a ladder. What was
        submitted before it came is scored on it as well, and a name that had only published results so far
        takes the images. A hidden set gets the default release policy for its size unless you give another
        with <code>--policy</code>. To use several machines, set <code>DATABASE_URL</code> and share the
        folder in <code>RUNG_MODELS_DIR</code> and, among workers, the one in <code>RUNG_TEST_SETS_DIR</code>;
        run as many workers as you like.
      </p>
      <p>
        Results to import are a CSV, a row a model: <code>name</code>, <code>original</code> and{" "}
        <code>new</code> (fractions), or counts as <code>original_correct</code>, <code>original_total</code>,{" "}
        <code>correct</code>, <code>total</code>; and, if they are known, <code>source</code>,{" "}
        <code>url</code>, <code>year</code>, <code>parameters</code>, <code>not_in_fit</code> (a reason),{" "}
        <code>training</code> (<code>standard</code>, <code>more-data</code>, <code>robust</code>,{" "}
        <code>zero-shot</code>, <code>other</code>) and <code>family</code>: models made alike, such as sizes
        of one architecture, have the same and count as{" "}
        <Link href="/docs/statistics#families">one family</Link> in every interval.
      </p>
      <p>
        An import compares a hidden set with all public ones and with those of other pools. Images that are
        nearly the same, re-encoded, resized, lighter or darker, mirrored or with up to an eighth of the sides
        cropped, are refused by name: what is public cannot be hidden, and a new pool would give fresh budgets
        to known images. Look at them. If they are other photographs, as two of one scene may be,{" "}
        <code>--insist REASON</code> imports them; the log says in public how many, and commits to the reason.
      </p>
    </>
  );
}
