import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { RungError } from "../errors";
import { explainProblems } from "../problems/explain-problems";
import { problemsOfInput } from "../problems/problems-of-input";
import { explainOutage } from "./explain-outage";
import { log } from "./log";

const explained = new WeakMap<object, RungError>();

/**
 * Turns anything thrown into the error that people see; every transport calls this and nothing else. A RungError stays as it is;
 * an invalid input becomes an error that names the fields, a database that is away a `busy`; anything else is logged in full and shown only with an id.
 */
export function explainError(error: unknown): RungError {
  const cause = error instanceof TRPCError && error.cause ? error.cause : error;
  if (cause instanceof RungError) return cause;
  if (typeof cause !== "object" || cause === null) return explainObject(new Error(String(cause)), error);
  const before = explained.get(cause);
  if (before) return before;
  const words = explainObject(cause, error);
  explained.set(cause, words);
  return words;
}

function explainObject(cause: object, error: unknown): RungError {
  const fromCaller = !(error instanceof TRPCError) || error.code === "BAD_REQUEST";
  if (cause instanceof ZodError && fromCaller) return badInput(cause);
  if (error instanceof TRPCError) {
    if (error.code === "NOT_FOUND") return new RungError("not_found", "There is no such procedure.");
    if (error.code !== "INTERNAL_SERVER_ERROR") return new RungError("bad_input", error.message);
  }
  const outage = explainOutage(cause);
  if (outage) {
    log().warn({ err: cause }, "the database does not answer");
    return outage;
  }
  const id = randomUUID();
  log().error({ err: cause, id }, "something broke");
  return new RungError(
    "something_broke",
    `Something broke here (${id}). It is not your fault.`,
    "Try again; if it happens again, give a maintainer this id.",
  );
}

/** Each invalid field, with the reason. */
function badInput(error: ZodError): RungError {
  const problems = problemsOfInput(error);
  const { message, hint } = explainProblems(problems);
  return new RungError("bad_input", message, hint, { problems });
}
