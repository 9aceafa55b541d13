import type { Metadata } from "next";
import Link from "next/link";
import { count, counted } from "@/app/_components/numbers/count";
import { CopyButton } from "@/app/_components/shell/copy-button";
import { orNotFound } from "@/app/_components/shell/or-not-found";
import { api } from "@/server/api/caller";
import type { ClassList } from "@/server/benchmarks/list-classes";

interface PageProps {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** That many are found at a glance. */
const few = 30;

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { name } = await orNotFound((await api()).benchmarks.classes(await params));
  return { title: `Classes of ${name}` };
}

export default async function ClassesPage({ params, searchParams }: PageProps) {
  const { slug } = await params;
  const { search } = await searchParams;
  const { name, classes } = await orNotFound((await api()).benchmarks.classes({ slug }));
  const sought = typeof search === "string" ? search.trim() : "";
  const shown = classes.filter((one) => matches(one, sought.toLowerCase()));
  const path = `/benchmarks/${slug}/classes`;
  const file = `/api/v1${path}`;
  return (
    <>
      <h1>Classes of {name}</h1>
      <p className="lede">
        The order in which a model returns its scores for <Link href={`/benchmarks/${slug}`}>{name}</Link>:
        the first score belongs to class 0.
        {classes[0]?.synset &&
          " Names and synset ids are those of WordNet 3.0, the order is that of ILSVRC 2012."}
      </p>
      <p>
        <CopyButton text={classes.map((one) => one.name).join("\n")} what="the names, one a line" />
        Download:{" "}
        <a href={`${file}?format=text`} download={`${slug}-classes.txt`}>
          names, one a line
        </a>{" "}
        · <a href={`${file}?format=csv`}>CSV</a> · <a href={file}>JSON</a>
      </p>
      {classes.length > few && (
        <FindBar path={path} sought={sought} shown={shown.length} of={classes.length} />
      )}
      {shown.length > 0 ? <ClassTable classes={shown} /> : <p className="note">No class has that name.</p>}
    </>
  );
}

function FindBar(given: { path: string; sought: string; shown: number; of: number }) {
  const { path, sought, shown, of } = given;
  return (
    <form className="table-bar" action={path} method="get">
      <div className="search">
        <input
          type="search"
          name="search"
          defaultValue={sought}
          key={sought}
          maxLength={100}
          placeholder="Find a class"
          aria-label="Find a class by name, index or synset"
        />
        <button type="submit" className="button">
          Find
        </button>
      </div>
      <span className="soft">
        {sought ? `${count(shown)} of ${counted(of, "class", "classes")}` : counted(of, "class", "classes")}
      </span>
      {sought && <Link href={path}>Show all</Link>}
    </form>
  );
}

function matches({ index, name, synset }: ClassList["classes"][number], sought: string): boolean {
  return String(index) === sought || name.toLowerCase().includes(sought) || synset === sought;
}

function ClassTable({ classes }: Pick<ClassList, "classes">) {
  const withSynsets = classes.some(({ synset }) => synset !== null);
  return (
    <div className="prose">
      <table className="data classes">
        <thead>
          <tr>
            <th scope="col">Index</th>
            <th scope="col" className="words">
              Name
            </th>
            {withSynsets && (
              <th scope="col" className="words">
                Synset
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {classes.map(({ index, name, synset }) => (
            <tr key={index} id={`class-${index}`}>
              <td className="number">{index}</td>
              <th scope="row" className="words">
                {name}
              </th>
              {withSynsets && (
                <td className="words">
                  <code>{synset}</code>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
