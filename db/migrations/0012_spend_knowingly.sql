ALTER TYPE "public"."submission_state" ADD VALUE 'waiting-for-you' BEFORE 'awaiting-approval';--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "asks" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "expected_original" double precision;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "advice" jsonb;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "go_on_by" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "spent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "spend_order" bigint;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "re_judges_id" uuid;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_re_judges_id_submissions_id_fk" FOREIGN KEY ("re_judges_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "submissions_waiting_for_team" ON "submissions" USING btree ("go_on_by") WHERE go_on_by is not null;--> statement-breakpoint
ALTER TABLE submissions DISABLE TRIGGER submission_moved;
--> statement-breakpoint
-- Until now a submission was spent when it was made; those whose hidden part is still to come are spent when they get there.
UPDATE submissions s SET spent_at = submitted_at, spend_order = sequence
  WHERE kind = 'entry' AND state IN ('evaluating', 'awaiting-approval', 'scored', 'disqualified')
    AND (hidden_claimed_at IS NOT NULL OR EXISTS (SELECT FROM scores c WHERE c.submission_id = s.id));
--> statement-breakpoint
UPDATE submissions s SET re_judges_id = (l.fields->>'reJudges')::uuid FROM audit.lines l
  WHERE l.kind = 'submission' AND l.fields ? 'reJudges' AND l.fields->>'submission' = s.id::text;
--> statement-breakpoint
ALTER TABLE submissions ENABLE TRIGGER submission_moved;
--> statement-breakpoint
GRANT UPDATE (advice, go_on_by, spent_at, spend_order) ON submissions TO rung_web;
