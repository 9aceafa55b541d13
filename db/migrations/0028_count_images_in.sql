CREATE TABLE "hidden_intervals" (
	"version_id" uuid NOT NULL,
	"metric" "metric" NOT NULL,
	"scale" text NOT NULL,
	"basis" text NOT NULL,
	"result" jsonb NOT NULL,
	"bits" double precision NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "hidden_intervals_version_id_metric_scale_basis_pk" PRIMARY KEY("version_id","metric","scale","basis")
);
--> statement-breakpoint
ALTER TABLE "benchmarks" ADD COLUMN "judged_scale" text DEFAULT 'logit' NOT NULL;--> statement-breakpoint
ALTER TABLE "hidden_intervals" ADD CONSTRAINT "hidden_intervals_version_id_test_set_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."test_set_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
GRANT SELECT ON hidden_intervals TO rung_web, rung_worker, rung_auditor;
--> statement-breakpoint
GRANT INSERT ON hidden_intervals TO rung_worker;
