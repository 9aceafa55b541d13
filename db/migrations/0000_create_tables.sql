CREATE SCHEMA "audit";
--> statement-breakpoint
CREATE SCHEMA "guarded";
--> statement-breakpoint
CREATE TYPE "guarded"."ladder_scope" AS ENUM('team', 'global');--> statement-breakpoint
CREATE TYPE "public"."metric" AS ENUM('top1', 'top5');--> statement-breakpoint
CREATE TYPE "public"."score_kind" AS ENUM('exact', 'released');--> statement-breakpoint
CREATE TYPE "public"."decision" AS ENUM('climbed', 'held');--> statement-breakpoint
CREATE TYPE "public"."submission_kind" AS ENUM('entry', 'reference');--> statement-breakpoint
CREATE TYPE "public"."submission_state" AS ENUM('inspecting', 'refused', 'queued', 'evaluating', 'awaiting-approval', 'scored', 'failed', 'withdrawn', 'disqualified');--> statement-breakpoint
CREATE TYPE "public"."version_state" AS ENUM('draft', 'active', 'retired');--> statement-breakpoint
CREATE TYPE "public"."test_set_role" AS ENUM('original', 'hidden');--> statement-breakpoint
CREATE TYPE "public"."user_role" AS ENUM('researcher', 'maintainer');--> statement-breakpoint
CREATE TABLE "accounts" (
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	CONSTRAINT "accounts_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "guarded"."adaptivity" (
	"pool_id" uuid PRIMARY KEY NOT NULL,
	"result" jsonb NOT NULL,
	"measured_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_tokens_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "audit"."lines" (
	"id" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"public" text NOT NULL,
	"fields" jsonb NOT NULL,
	"commitment" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guarded"."audit_secrets" (
	"line_id" bigint PRIMARY KEY NOT NULL,
	"salt" "bytea" NOT NULL,
	"secret" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "benchmarks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"classes" jsonb NOT NULL,
	"input_size" jsonb NOT NULL,
	"per_day" integer DEFAULT 2 NOT NULL,
	"lifetime" integer,
	"position" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "benchmarks_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "guarded"."decision_counts" (
	"pool_id" uuid NOT NULL,
	"scope" "guarded"."ladder_scope" NOT NULL,
	"decision" "decision" NOT NULL,
	"rung" text NOT NULL,
	"decisions" bigint NOT NULL,
	CONSTRAINT "decision_counts_pool_id_scope_decision_rung_pk" PRIMARY KEY("pool_id","scope","decision","rung")
);
--> statement-breakpoint
CREATE TABLE "guarded"."decisions" (
	"submission_id" uuid NOT NULL,
	"pool_id" uuid NOT NULL,
	"scope" "guarded"."ladder_scope" NOT NULL,
	"decision" "decision" NOT NULL,
	"trace" jsonb NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "decisions_submission_id_pool_id_scope_pk" PRIMARY KEY("submission_id","pool_id","scope")
);
--> statement-breakpoint
CREATE TABLE "guarded"."evaluations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"part" text NOT NULL,
	"total" integer NOT NULL,
	"top1" integer NOT NULL,
	"top5" integer,
	"wrong" "bytea" NOT NULL,
	"predictions" "bytea" NOT NULL,
	"ran" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "evaluations_submissionId_versionId_part_unique" UNIQUE("submission_id","version_id","part")
);
--> statement-breakpoint
CREATE TABLE "guarded"."fingerprints" (
	"submission_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"predictions" "bytea" NOT NULL,
	"bands" bigint[],
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "fingerprints_submission_id_version_id_pk" PRIMARY KEY("submission_id","version_id")
);
--> statement-breakpoint
CREATE TABLE "fits" (
	"test_set_id" uuid NOT NULL,
	"metric" "metric" NOT NULL,
	"scale" text NOT NULL,
	"points" text NOT NULL,
	"basis" text NOT NULL,
	"result" jsonb NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "fits_test_set_id_metric_scale_points_pk" PRIMARY KEY("test_set_id","metric","scale","points")
);
--> statement-breakpoint
CREATE TABLE "guarded"."keys" (
	"name" text PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guarded"."ladders" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"pool_id" uuid NOT NULL,
	"scope" "guarded"."ladder_scope" NOT NULL,
	"team_id" uuid,
	"state" jsonb NOT NULL,
	"baseline" "bytea",
	"baseline_submission_id" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ladders_poolId_scope_teamId_unique" UNIQUE NULLS NOT DISTINCT("pool_id","scope","team_id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"user_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_user_id_team_id_pk" PRIMARY KEY("user_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "model_files" (
	"hash" text PRIMARY KEY NOT NULL,
	"bytes" bigint NOT NULL,
	"inspection" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pools" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"benchmark_id" uuid NOT NULL,
	"name" text NOT NULL,
	"policy" jsonb NOT NULL,
	"lifetime" integer NOT NULL,
	"first_release_budget" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "pools_benchmarkId_name_unique" UNIQUE("benchmark_id","name")
);
--> statement-breakpoint
CREATE TABLE "published_adaptivity" (
	"pool_id" uuid PRIMARY KEY NOT NULL,
	"result" jsonb NOT NULL,
	"measured_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit"."published_heads" (
	"day" date PRIMARY KEY NOT NULL,
	"head" "bytea" NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "records" (
	"pool_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"accuracy" double precision NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "records_pool_id_submission_id_pk" PRIMARY KEY("pool_id","submission_id")
);
--> statement-breakpoint
CREATE TABLE "reference_models" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"benchmark_id" uuid NOT NULL,
	"name" text NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"url" text,
	"year" integer,
	"parameters" bigint,
	"image_size" integer,
	"not_in_fit" text,
	"submission_id" uuid,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reference_models_benchmarkId_name_imageSize_unique" UNIQUE NULLS NOT DISTINCT("benchmark_id","name","image_size")
);
--> statement-breakpoint
CREATE TABLE "reference_results" (
	"reference_model_id" uuid NOT NULL,
	"test_set_id" uuid NOT NULL,
	"metric" "metric" NOT NULL,
	"correct" integer,
	"total" integer,
	"accuracy" double precision NOT NULL,
	"lower" double precision,
	"upper" double precision,
	CONSTRAINT "reference_results_reference_model_id_test_set_id_metric_pk" PRIMARY KEY("reference_model_id","test_set_id","metric")
);
--> statement-breakpoint
CREATE TABLE "scores" (
	"submission_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"metric" "metric" NOT NULL,
	"kind" "score_kind" NOT NULL,
	"correct" integer,
	"total" integer NOT NULL,
	"accuracy" double precision NOT NULL,
	"lower" double precision NOT NULL,
	"upper" double precision NOT NULL,
	"released_at" timestamp with time zone NOT NULL,
	CONSTRAINT "scores_submission_id_version_id_metric_pk" PRIMARY KEY("submission_id","version_id","metric")
);
--> statement-breakpoint
CREATE TABLE "guarded"."similarities" (
	"submission_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"benchmark_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"other_team_id" uuid NOT NULL,
	"same_model" boolean NOT NULL,
	"same_predictions" boolean NOT NULL,
	"images" integer NOT NULL,
	"agreeing" integer NOT NULL,
	"expected" double precision NOT NULL,
	"kappa" double precision NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "similarities_submission_id_other_id_version_id_pk" PRIMARY KEY("submission_id","other_id","version_id")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sequence" bigserial NOT NULL,
	"benchmark_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"user_id" uuid,
	"kind" "submission_kind" DEFAULT 'entry' NOT NULL,
	"name" text NOT NULL,
	"model_hash" text NOT NULL,
	"preprocessing" jsonb NOT NULL,
	"links" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" "submission_state" NOT NULL,
	"explanation" jsonb,
	"decision" "decision",
	"submitted_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"original_done" integer DEFAULT 0 NOT NULL,
	"original_total" integer DEFAULT 0 NOT NULL,
	"hidden_claimed_at" timestamp with time zone,
	"hidden_due_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"approved_at" timestamp with time zone,
	"verified_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "guarded"."team_links" (
	"benchmark_id" uuid NOT NULL,
	"first_team_id" uuid NOT NULL,
	"second_team_id" uuid NOT NULL,
	"pairs" integer NOT NULL,
	"same_model" integer NOT NULL,
	"same_predictions" integer NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "team_links_benchmark_id_first_team_id_second_team_id_pk" PRIMARY KEY("benchmark_id","first_team_id","second_team_id")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"personal" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "teams_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "test_set_versions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"test_set_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"digest" text NOT NULL,
	"store_key" text NOT NULL,
	"images" integer NOT NULL,
	"audit_images" integer DEFAULT 0 NOT NULL,
	"state" "version_state" DEFAULT 'active' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "test_set_versions_testSetId_number_unique" UNIQUE("test_set_id","number")
);
--> statement-breakpoint
CREATE TABLE "test_sets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"benchmark_id" uuid NOT NULL,
	"name" text NOT NULL,
	"role" "test_set_role" NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"pool_id" uuid,
	"primary_since" timestamp with time zone,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "test_sets_benchmarkId_name_unique" UNIQUE("benchmark_id","name")
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"bytes" bigint NOT NULL,
	"model_hash" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"image" text,
	"role" "user_role" DEFAULT 'researcher' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "audit"."verifications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"lines" bigint DEFAULT 0 NOT NULL,
	"head" "bytea",
	"problem" text
);
--> statement-breakpoint
CREATE TABLE "guarded"."version_images" (
	"version_id" uuid PRIMARY KEY NOT NULL,
	"digests" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."adaptivity" ADD CONSTRAINT "adaptivity_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."decision_counts" ADD CONSTRAINT "decision_counts_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."decisions" ADD CONSTRAINT "decisions_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."decisions" ADD CONSTRAINT "decisions_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."evaluations" ADD CONSTRAINT "evaluations_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."evaluations" ADD CONSTRAINT "evaluations_version_id_test_set_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."test_set_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."fingerprints" ADD CONSTRAINT "fingerprints_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."fingerprints" ADD CONSTRAINT "fingerprints_version_id_test_set_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."test_set_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fits" ADD CONSTRAINT "fits_test_set_id_test_sets_id_fk" FOREIGN KEY ("test_set_id") REFERENCES "public"."test_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."ladders" ADD CONSTRAINT "ladders_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."ladders" ADD CONSTRAINT "ladders_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pools" ADD CONSTRAINT "pools_benchmark_id_benchmarks_id_fk" FOREIGN KEY ("benchmark_id") REFERENCES "public"."benchmarks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_adaptivity" ADD CONSTRAINT "published_adaptivity_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference_models" ADD CONSTRAINT "reference_models_benchmark_id_benchmarks_id_fk" FOREIGN KEY ("benchmark_id") REFERENCES "public"."benchmarks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference_models" ADD CONSTRAINT "reference_models_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference_results" ADD CONSTRAINT "reference_results_reference_model_id_reference_models_id_fk" FOREIGN KEY ("reference_model_id") REFERENCES "public"."reference_models"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reference_results" ADD CONSTRAINT "reference_results_test_set_id_test_sets_id_fk" FOREIGN KEY ("test_set_id") REFERENCES "public"."test_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_version_id_test_set_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."test_set_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."similarities" ADD CONSTRAINT "similarities_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."similarities" ADD CONSTRAINT "similarities_other_id_submissions_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."similarities" ADD CONSTRAINT "similarities_benchmark_id_benchmarks_id_fk" FOREIGN KEY ("benchmark_id") REFERENCES "public"."benchmarks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."similarities" ADD CONSTRAINT "similarities_version_id_test_set_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."test_set_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."similarities" ADD CONSTRAINT "similarities_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."similarities" ADD CONSTRAINT "similarities_other_team_id_teams_id_fk" FOREIGN KEY ("other_team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_benchmark_id_benchmarks_id_fk" FOREIGN KEY ("benchmark_id") REFERENCES "public"."benchmarks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_model_hash_model_files_hash_fk" FOREIGN KEY ("model_hash") REFERENCES "public"."model_files"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."team_links" ADD CONSTRAINT "team_links_benchmark_id_benchmarks_id_fk" FOREIGN KEY ("benchmark_id") REFERENCES "public"."benchmarks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."team_links" ADD CONSTRAINT "team_links_first_team_id_teams_id_fk" FOREIGN KEY ("first_team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."team_links" ADD CONSTRAINT "team_links_second_team_id_teams_id_fk" FOREIGN KEY ("second_team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_set_versions" ADD CONSTRAINT "test_set_versions_test_set_id_test_sets_id_fk" FOREIGN KEY ("test_set_id") REFERENCES "public"."test_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_sets" ADD CONSTRAINT "test_sets_benchmark_id_benchmarks_id_fk" FOREIGN KEY ("benchmark_id") REFERENCES "public"."benchmarks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_sets" ADD CONSTRAINT "test_sets_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_model_hash_model_files_hash_fk" FOREIGN KEY ("model_hash") REFERENCES "public"."model_files"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."version_images" ADD CONSTRAINT "version_images_version_id_test_set_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."test_set_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_tokens_user_id_index" ON "api_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "lines_kind_id_index" ON "audit"."lines" USING btree ("kind","id");--> statement-breakpoint
CREATE INDEX "lines_kind_at_index" ON "audit"."lines" USING btree ("kind","at");--> statement-breakpoint
CREATE INDEX "lines_submission_index" ON "audit"."lines" USING btree (("fields"->>'submission'),"id");--> statement-breakpoint
CREATE INDEX "decisions_pool_id_scope_decided_at_index" ON "guarded"."decisions" USING btree ("pool_id","scope","decided_at");--> statement-breakpoint
CREATE INDEX "evaluations_version_id_index" ON "guarded"."evaluations" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "fingerprints_version_id_predictions_created_at_index" ON "guarded"."fingerprints" USING btree ("version_id","predictions","created_at");--> statement-breakpoint
CREATE INDEX "fingerprints_bands_index" ON "guarded"."fingerprints" USING gin ("bands");--> statement-breakpoint
CREATE INDEX "ladders_pool_id_scope_updated_at_team_id_index" ON "guarded"."ladders" USING btree ("pool_id","scope","updated_at","team_id");--> statement-breakpoint
CREATE INDEX "reference_models_submission_id_index" ON "reference_models" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "scores_version_id_kind_metric_index" ON "scores" USING btree ("version_id","kind","metric");--> statement-breakpoint
CREATE INDEX "similarities_benchmark_id_at_submission_id_other_id_index" ON "guarded"."similarities" USING btree ("benchmark_id","at","submission_id","other_id");--> statement-breakpoint
CREATE INDEX "similarities_between_teams" ON "guarded"."similarities" USING btree ("benchmark_id","at","submission_id","other_id") WHERE "guarded"."similarities"."team_id" <> "guarded"."similarities"."other_team_id";--> statement-breakpoint
CREATE INDEX "similarities_other_id_index" ON "guarded"."similarities" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "submissions_benchmark_id_state_submitted_at_sequence_index" ON "submissions" USING btree ("benchmark_id","state","submitted_at","sequence");--> statement-breakpoint
CREATE INDEX "submissions_benchmark_id_decision_submitted_at_sequence_index" ON "submissions" USING btree ("benchmark_id","decision","submitted_at","sequence");--> statement-breakpoint
CREATE INDEX "submissions_benchmark_id_submitted_at_sequence_index" ON "submissions" USING btree ("benchmark_id","submitted_at","sequence");--> statement-breakpoint
CREATE INDEX "submissions_team_id_benchmark_id_submitted_at_index" ON "submissions" USING btree ("team_id","benchmark_id","submitted_at");--> statement-breakpoint
CREATE INDEX "submissions_submitted_at_sequence_index" ON "submissions" USING btree ("submitted_at","sequence");--> statement-breakpoint
CREATE INDEX "submissions_model_hash_index" ON "submissions" USING btree ("model_hash");--> statement-breakpoint
CREATE INDEX "submissions_sequence_index" ON "submissions" USING btree ("sequence");--> statement-breakpoint
CREATE INDEX "team_links_pairs" ON "guarded"."team_links" USING btree ("benchmark_id","pairs","first_team_id","second_team_id");--> statement-breakpoint
CREATE INDEX "uploads_user_id_index" ON "uploads" USING btree ("user_id");