import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { storageSchema } from "../model-files/storage/storage-schema";
import { waitingListSchema } from "../submissions/list-waiting";
import { unvouchedTeamSchema } from "../teams/list-unvouched-teams";
import { newVouchRuleSchema, vouchRuleSchema } from "../teams/vouch-rules/rule-schema";
import { gives, needsToken, refuses } from "./openapi-responses";
import {
  firstReleasesSchema,
  reasonSchema,
  reJudgedSchema,
  reJudgeSchema,
  vouchSchema,
} from "./routers/admin";

const done = { "204": { description: "done" }, ...refuses };
const ofSubmission = { path: z.object({ id: z.uuid() }) };
const body = (schema: z.ZodType) => ({ content: { "application/json": { schema } } });

/** What maintainers may do over HTTP. */
export function actPaths(): ZodOpenApiPathsObject {
  return {
    "/first-releases": {
      get: {
        summary: "For maintainers: first scores that wait for them, without the scores",
        security: needsToken,
        responses: gives(waitingListSchema),
      },
    },
    "/first-releases/approve": {
      post: {
        summary: "For maintainers: let first scores out, all or none, unseen",
        security: needsToken,
        requestBody: body(firstReleasesSchema),
        responses: done,
      },
    },
    "/first-releases/decline": {
      post: {
        summary: "For maintainers: decline first scores, all or none, unseen; they stay spent",
        security: needsToken,
        requestBody: body(firstReleasesSchema),
        responses: done,
      },
    },
    "/submissions/{id}/void": {
      post: {
        summary:
          "For maintainers: have the decision on a submission voided, on evidence in the log that the machine failed it; a worker looks",
        security: needsToken,
        requestParams: ofSubmission,
        requestBody: body(reasonSchema),
        responses: done,
      },
    },
    "/submissions/{id}/resume": {
      post: {
        summary: "For maintainers: take up a hidden evaluation again that the machine had failed",
        security: needsToken,
        requestParams: ofSubmission,
        responses: done,
      },
    },
    "/submissions/re-judge": {
      post: {
        summary: "For maintainers: judge submissions again, all or none, after a correction or a void",
        security: needsToken,
        requestBody: body(reJudgeSchema),
        responses: gives(reJudgedSchema),
      },
    },
    "/submissions/{id}/repeat": {
      post: {
        summary:
          "For maintainers: have the hidden evaluation of a decided submission repeated and compared, for auditors; changes nothing",
        security: needsToken,
        requestParams: ofSubmission,
        responses: done,
      },
    },
    "/teams/unvouched": {
      get: {
        summary: "For maintainers: teams that nobody vouches for",
        security: needsToken,
        responses: gives(z.array(unvouchedTeamSchema)),
      },
    },
    "/teams/vouch": {
      post: {
        summary: "For maintainers: vouch that teams are one person or group each, and known",
        security: needsToken,
        requestBody: body(vouchSchema),
        responses: done,
      },
    },
    "/vouch-rules": {
      get: {
        summary: "For maintainers: the rules that vouch for teams, ended ones included",
        security: needsToken,
        responses: gives(z.array(vouchRuleSchema)),
      },
      post: {
        summary:
          "For maintainers: set a rule that vouches for the teams of those who fulfil it, from their next sign-in on",
        security: needsToken,
        requestBody: body(newVouchRuleSchema),
        responses: gives(z.object({ id: z.uuid() }), 201),
      },
    },
    "/storage": {
      get: {
        summary: "For maintainers: what is stored of models and by whom, and what room is left, in bytes",
        security: needsToken,
        responses: gives(storageSchema),
      },
    },
    "/vouch-rules/{id}": {
      delete: {
        summary: "For maintainers: end a rule; the teams for which it has vouched stay vouched for",
        security: needsToken,
        requestParams: { path: z.object({ id: z.uuid() }) },
        responses: done,
      },
    },
  };
}
