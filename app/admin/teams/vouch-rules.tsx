import { type Column, DataTable } from "@/app/_components/audit/data-table";
import { Moment } from "@/app/_components/audit/moment";
import type { VouchRule } from "@/server/teams/vouch-rules/rule-schema";
import { EndRuleButton } from "./end-rule-button";
import { RuleForm } from "./rule-form";

/** The rules that vouch for teams, and a form for another. */
export function VouchRules({ rules }: { rules: VouchRule[] }) {
  return (
    <>
      <h2 id="rules">Rules that vouch</h2>
      <p className="soft">
        A rule vouches for the personal team of whoever fulfils it, when they next sign in with GitHub; until
        then nothing changes. It never vouches for a team that was merged, that lost a vouch or that has a
        disqualified submission. Where a rule ends, the teams for which it has vouched stay vouched for.
      </p>
      <div className="note trouble">
        <p>
          To vouch says: one person or group, and known. Whoever can fulfil a rule with many accounts has as
          many teams that the guard no longer counts:
        </p>
        <ul>
          <li>
            A domain is safe only where one person gets one address, as from an employer or a university;
            never that of a public mail provider. Each address vouches once; those with a + do not.
          </li>
          <li>The age of an account says nothing about who has it, and old accounts are for sale.</li>
          <li>
            An organisation is safe only if its owners know each member. Only public membership is seen.
          </li>
        </ul>
      </div>
      <RuleForm />
      <DataTable
        caption="Rules that vouch, those in force first"
        columns={columns}
        rows={rules}
        keyOf={({ id }) => id}
        empty="No rule vouches for anybody."
      />
    </>
  );
}

const columns: Column<VouchRule>[] = [
  { name: "Vouches for whoever has", cell: ({ words }) => words },
  { name: "Teams", kind: "number", cell: ({ teams }) => teams },
  { name: "Set by", cell: ({ setBy }) => setBy ?? "command line" },
  { name: "Set (UTC)", cell: ({ setAt }) => <Moment at={setAt} /> },
  {
    name: "Ended (UTC)",
    cell: ({ id, endedAt, words }) =>
      endedAt ? <Moment at={endedAt} /> : <EndRuleButton id={id} words={words} />,
  },
];
