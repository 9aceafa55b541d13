-- Two submissions are the same if their preprocessing is, so every stored one says it as new ones do.
ALTER TABLE submissions DISABLE TRIGGER submission_moved;
--> statement-breakpoint
UPDATE submissions SET preprocessing = preprocessing || '{"channel_order": "RGB"}' WHERE NOT preprocessing ? 'channel_order';
--> statement-breakpoint
ALTER TABLE submissions ENABLE TRIGGER submission_moved;

--> statement-breakpoint
CREATE TABLE "trials" (
	"model_hash" text NOT NULL,
	"version_id" uuid NOT NULL,
	"geometry" text NOT NULL,
	"tried" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "trials_model_hash_version_id_geometry_pk" PRIMARY KEY("model_hash","version_id","geometry")
);
--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "as_declared" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "run_log" jsonb;--> statement-breakpoint
ALTER TABLE "trials" ADD CONSTRAINT "trials_model_hash_model_files_hash_fk" FOREIGN KEY ("model_hash") REFERENCES "public"."model_files"("hash") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trials" ADD CONSTRAINT "trials_version_id_test_set_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."test_set_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT SELECT ON trials TO rung_web, rung_worker, rung_auditor;
--> statement-breakpoint
GRANT INSERT, UPDATE ON trials TO rung_worker;
--> statement-breakpoint
GRANT UPDATE (as_declared) ON submissions TO rung_web;
