CREATE TABLE "repeat_requests" (
	"submission_id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid,
	"requested_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "guarded"."repeats" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"outcome" jsonb NOT NULL,
	"ended_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "repeat_requests" ADD CONSTRAINT "repeat_requests_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repeat_requests" ADD CONSTRAINT "repeat_requests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarded"."repeats" ADD CONSTRAINT "repeats_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "repeats_submission_id_index" ON "guarded"."repeats" USING btree ("submission_id");--> statement-breakpoint
GRANT SELECT ON repeat_requests TO rung_web, rung_worker, rung_auditor;
--> statement-breakpoint
GRANT INSERT, UPDATE ON repeat_requests TO rung_web;
--> statement-breakpoint
GRANT UPDATE (ended_at) ON repeat_requests TO rung_worker;
--> statement-breakpoint
GRANT SELECT, INSERT ON guarded.repeats TO rung_worker;
--> statement-breakpoint
GRANT SELECT ON guarded.repeats TO rung_auditor;
--> statement-breakpoint
-- Why nothing was voided may be what a repeat gave, which the web may not read.
REVOKE SELECT ON void_requests FROM rung_web;
--> statement-breakpoint
GRANT SELECT (submission_id, user_id, reason, requested_at) ON void_requests TO rung_web;
