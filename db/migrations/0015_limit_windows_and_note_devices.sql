ALTER TABLE "benchmarks" ADD COLUMN "max_window_ms" integer DEFAULT 43200000 NOT NULL;--> statement-breakpoint
ALTER TABLE "guarded"."hidden_runs" ADD COLUMN "parked_for" text;--> statement-breakpoint
ALTER TABLE "pools" ADD COLUMN "device_class" text;--> statement-breakpoint
GRANT UPDATE (device_class) ON pools TO rung_worker;
