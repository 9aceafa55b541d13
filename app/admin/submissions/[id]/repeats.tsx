import { type Column, DataTable } from "@/app/_components/audit/data-table";
import { ExactScore } from "@/app/_components/audit/decision-text";
import { Moment } from "@/app/_components/audit/moment";
import type { ShownRepeat } from "@/server/audit/history/history-schema";

type Part = ShownRepeat["parts"][number];
type Row = Pick<ShownRepeat, "forfeited" | "endedAt"> & { number: number; part: Part | null };

/** What repeats of a submission's hidden evaluation gave, beside what was decided on. For maintainers only. */
export function Repeats({ repeats, waits }: { repeats: ShownRepeat[]; waits: boolean }) {
  if (repeats.length === 0 && !waits) return null;
  const rows = repeats.flatMap(({ parts, ...repeat }, number): Row[] => {
    return (parts.length > 0 ? parts : [null]).map((part) => ({ ...repeat, number, part }));
  });
  return (
    <>
      <h2>Repeats</h2>
      {waits && <p className="note">A repeat waits until a worker has nothing else to do, or runs.</p>}
      <DataTable
        caption="Repeats of its hidden evaluation"
        columns={columns}
        rows={rows}
        keyOf={({ number, part }) => `${number} ${part?.testSet} ${part?.part}`}
        empty="None is done."
      />
      <p className="footnotes">
        A difference voids nothing by itself: a model can make a repeat differ at will. Within one device
        class answers are the same bit for bit.
      </p>
    </>
  );
}

const score = (part: Part | null, correct: "top1Then" | "top1Now") => (
  <ExactScore score={part && { correct: part[correct], total: part.total }} />
);

const columns: Column<Row>[] = [
  {
    name: "Repeat",
    cell: ({ part, forfeited }) => (
      <>
        {part ? verdictOn(part) : "not ended: the machine was too busy"}
        {part && (
          <span className="team">
            {part.testSet}
            {part.part !== "all" && `, ${part.part} part`}
            {forfeited && ", every image wrong"}
            {!part.sameDevice && ", another device class"}
          </span>
        )}
      </>
    ),
  },
  {
    name: "Answered otherwise",
    kind: "number",
    title: "Images for which another class was predicted than then, or none",
    cell: ({ part }) => part?.otherwise ?? "–",
  },
  {
    name: "Judged otherwise",
    kind: "number",
    title: "Images that were right then and are wrong now, or the reverse",
    cell: ({ part }) => part?.judgedOtherwise ?? "–",
  },
  { name: "Exact then", kind: "number", cell: ({ part }) => score(part, "top1Then") },
  { name: "Exact now", kind: "number", cell: ({ part }) => score(part, "top1Now") },
  {
    name: "Unanswered",
    kind: "number",
    title: "Images without an answer in the repeat",
    cell: ({ part }) => part?.unanswered ?? "–",
  },
  { name: "Ended (UTC)", cell: ({ endedAt }) => <Moment at={endedAt} /> },
];

function verdictOn({ otherwise, judgedOtherwise }: Part): string {
  if (judgedOtherwise > 0) return "other bits";
  return otherwise > 0 ? "the same bits, other answers" : "the same answers";
}
