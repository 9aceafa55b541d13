ALTER TYPE "public"."submission_state" ADD VALUE 'voided' BEFORE 'disqualified';--> statement-breakpoint
CREATE TABLE "void_requests" (
	"submission_id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"refusal" text
);
--> statement-breakpoint
ALTER TABLE "guarded"."decisions" ADD COLUMN "baseline_before" "bytea";--> statement-breakpoint
ALTER TABLE "guarded"."decisions" ADD COLUMN "baseline_submission_before" text;--> statement-breakpoint
ALTER TABLE "guarded"."decisions" ADD COLUMN "evidence" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "void_requests" ADD CONSTRAINT "void_requests_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "void_requests" ADD CONSTRAINT "void_requests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT SELECT ON void_requests TO rung_web, rung_worker, rung_auditor;
--> statement-breakpoint
GRANT INSERT, UPDATE ON void_requests TO rung_web;
--> statement-breakpoint
GRANT UPDATE (refusal) ON void_requests TO rung_worker;
