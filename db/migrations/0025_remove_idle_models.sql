ALTER TABLE "model_files" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "submissions_user_id_index" ON "submissions" USING btree ("user_id");--> statement-breakpoint
-- What was tried of a model goes with its bytes.
GRANT DELETE ON trials TO rung_worker;
