ALTER TABLE "submissions" ADD COLUMN "checked_again_at" timestamp with time zone;--> statement-breakpoint
GRANT UPDATE (checked_again_at) ON submissions TO rung_web;
