CREATE TABLE "guarded"."hidden_runs" (
	"submission_id" uuid PRIMARY KEY NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"ready_at" timestamp with time zone,
	"windows_beyond" integer DEFAULT 0 NOT NULL,
	"forfeited" text
);
--> statement-breakpoint
ALTER TABLE "guarded"."evaluations" ADD COLUMN "unanswered" integer;--> statement-breakpoint
ALTER TABLE "guarded"."evaluations" ADD COLUMN "cpu_ms" double precision;--> statement-breakpoint
ALTER TABLE "guarded"."evaluations" ADD COLUMN "largest_chunk_ms" double precision;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "parked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "guarded"."hidden_runs" ADD CONSTRAINT "hidden_runs_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON guarded.hidden_runs TO rung_worker;
--> statement-breakpoint
GRANT SELECT ON guarded.hidden_runs TO rung_auditor;
--> statement-breakpoint
GRANT UPDATE (parked_at) ON submissions TO rung_web;
