ALTER TABLE "teams" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "merged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_merged_into_id_teams_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "teams_merged_into_id_index" ON "teams" USING btree ("merged_into_id");--> statement-breakpoint
GRANT UPDATE (team_id) ON submissions TO rung_web;
--> statement-breakpoint
GRANT DELETE ON memberships TO rung_web;
--> statement-breakpoint
GRANT DELETE ON guarded.ladders TO rung_worker;
