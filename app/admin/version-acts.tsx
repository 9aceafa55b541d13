"use client";

import { useMutation } from "@tanstack/react-query";
import type { VersionView } from "@/server/test-sets/list-versions";
import { ActButton } from "../_components/audit/act-button";
import { useTRPC } from "../_components/trpc";
import { PoolActs } from "./pool-acts";

/** Retires an active version's test set, or makes another version the active one. */
export function VersionActs({ view }: { view: VersionView }) {
  const api = useTRPC();
  const retireTestSet = useMutation(api.admin.retireTestSet.mutationOptions());
  const activateVersion = useMutation(api.admin.activateVersion.mutationOptions());
  const { benchmark, testSet, role, version, state, primary, pool, poolRetiredAt } = view;
  if (poolRetiredAt) return primary ? <PoolActs view={view} /> : <span className="soft">pool retired</span>;
  if (state === "active") {
    return (
      <ActButton
        label="Retire"
        warning={
          pool && primary
            ? `${testSet} is primary in pool ${pool}: the whole pool retires for good, and its adaptivity is published.`
            : `Nothing will be scored on ${testSet} any more.`
        }
        act={retireTestSet}
        inputOf={() => ({ benchmark, testSet })}
      />
    );
  }
  return (
    <ActButton
      label="Activate"
      warning={
        role === "hidden"
          ? `Version ${version} replaces the active one; ladders continue.`
          : `Version ${version} replaces the active one.`
      }
      act={activateVersion}
      inputOf={() => ({ benchmark, testSet, version })}
    />
  );
}
