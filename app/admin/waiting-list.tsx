"use client";

import Link from "next/link";
import { useState } from "react";
import type { Waiting } from "@/server/submissions/list-waiting";
import { type Column, DataTable } from "../_components/audit/data-table";
import { Moment } from "../_components/audit/moment";
import { FirstReleaseActs } from "./first-release-acts";

/** The first releases that wait, to be chosen and acted upon together. */
export function WaitingList({ rows }: { rows: Waiting[] }) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.filter(({ id }) => marked.has(id));
  const mark = (id: string, isMarked: boolean) =>
    setMarked(new Set(isMarked ? [...marked, id] : [...marked].filter((other) => other !== id)));
  return (
    <>
      <DataTable
        caption="First releases waiting for approval"
        columns={columns}
        rows={rows.map((row) => ({
          ...row,
          isMarked: marked.has(row.id),
          mark: (isMarked: boolean) => mark(row.id, isMarked),
        }))}
        keyOf={({ id }) => id}
        empty="Nobody is waiting."
      />
      {rows.length > 0 && (
        <p>
          <label>
            <input
              type="checkbox"
              checked={chosen.length === rows.length}
              onChange={({ target }) => setMarked(new Set(target.checked ? rows.map(({ id }) => id) : []))}
            />{" "}
            All; {chosen.length === 0 ? "none" : chosen.length} chosen
          </label>
        </p>
      )}
      {chosen.length > 0 && (
        <FirstReleaseActs
          ids={chosen.map(({ id }) => id)}
          teams={[...new Set(chosen.map(({ team }) => team))]}
        />
      )}
    </>
  );
}

const columns: Column<Waiting & { isMarked: boolean; mark: (isMarked: boolean) => void }>[] = [
  {
    name: "Submission",
    cell: ({ id, name, benchmark, isMarked, mark }) => (
      <>
        <input
          type="checkbox"
          checked={isMarked}
          onChange={({ target }) => mark(target.checked)}
          aria-label={`Choose ${name}`}
        />{" "}
        <Link href={`/admin/submissions/${id}`}>{name}</Link>
        <span className="team">{benchmark}</span>
      </>
    ),
  },
  {
    name: "Team",
    cell: ({ team, vouched, sameFileAs }) => (
      <>
        {team}
        <span className="team">
          {vouched ? "vouched for" : "nobody vouches for it"}
          {sameFileAs && `; the same file as ${sameFileAs}’s`}
        </span>
      </>
    ),
  },
  { name: "Waiting since (UTC)", cell: ({ since }) => since && <Moment at={since} /> },
];
