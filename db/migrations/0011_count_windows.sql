ALTER TABLE "guarded"."hidden_runs" ADD COLUMN "windows" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "windows" integer;