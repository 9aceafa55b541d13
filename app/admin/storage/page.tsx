import Link from "next/link";
import { type Column, DataTable } from "@/app/_components/audit/data-table";
import { forMaintainers } from "@/app/_components/audit/for-maintainers";
import { addressOf } from "@/app/_components/audit/query-of";
import { count, counted } from "@/app/_components/numbers/count";
import { api } from "@/server/api/caller";
import type { Storage } from "@/server/model-files/storage/storage-schema";
import { shortBytes } from "@/server/problems/short-bytes";

export default forMaintainers(StoragePage);

async function StoragePage() {
  const { room, awaited, files, bytes, most, people } = await (await api()).admin.storage();
  return (
    <>
      <dl className="facts">
        <Fact name="Room left on the disk">{shortBytes(room)}</Fact>
        <Fact name="Of it, reserved by unfinished uploads">{shortBytes(awaited)}</Fact>
        <Fact name="Stored models">
          {counted(files, "file")}, {shortBytes(bytes)}
        </Fact>
        <Fact name="The most per person">{shortBytes(most)}</Fact>
      </dl>
      <p className="soft">
        Files of refused, failed and withdrawn submissions and uploads that nobody submitted go after a day. A
        file that several people sent is stored once and counts for each.
      </p>
      <DataTable
        caption="People by what is stored for them, most first"
        columns={columns}
        rows={people}
        keyOf={({ name }) => name}
        empty="Nothing is stored for anybody."
      />
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const columns: Column<Storage["people"][number]>[] = [
  {
    name: "Person",
    cell: ({ name }) => <Link href={addressOf("/admin/accounts", { search: name })}>{name}</Link>,
  },
  { name: "Stored", kind: "number", cell: ({ bytes }) => shortBytes(bytes) },
  {
    name: "Goes within a day",
    kind: "number",
    title: "Unless it is submitted",
    cell: ({ leaving }) => shortBytes(leaving),
  },
  { name: "Files", kind: "number", cell: ({ files }) => count(files) },
];
