"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ActButton } from "@/app/_components/audit/act-button";
import { useTRPC } from "@/app/_components/trpc";
import type { VouchRule } from "@/server/teams/vouch-rules/rule-schema";

const kinds: Record<VouchRule["kind"], { asks: string; value: string; example: string }> = {
  "email-domain": { asks: "a verified e-mail address", value: "Domain", example: "example.org" },
  "account-age": { asks: "an account of some age", value: "Days at least", example: "730" },
  organisation: { asks: "public membership in an organisation", value: "Its login", example: "our-lab" },
};

/** Sets a rule that vouches for teams. */
export function RuleForm() {
  const api = useTRPC();
  const set = useMutation(api.admin.setVouchRule.mutationOptions());
  const [kind, setKind] = useState<VouchRule["kind"]>("email-domain");
  const [value, setValue] = useState("");
  return (
    <>
      <label className="field">
        <span>Vouch for whoever has, on GitHub,</span>
        <select value={kind} onChange={(event) => setKind(event.target.value as VouchRule["kind"])}>
          {Object.entries(kinds).map(([name, { asks }]) => (
            <option key={name} value={name}>
              {asks}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{kinds[kind].value}</span>
        <input
          value={value}
          placeholder={kinds[kind].example}
          onChange={(event) => setValue(event.target.value)}
        />
      </label>
      <ActButton
        label="Set rule"
        warning="You say that each account that fulfils it is one person or group, and known. The rule is public too."
        reason="Why that is so"
        act={set}
        inputOf={(reason) => ({ kind, value, reason })}
      />
    </>
  );
}
