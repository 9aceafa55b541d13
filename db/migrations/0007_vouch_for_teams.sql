CREATE TABLE "first_releases" (
	"pool_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	CONSTRAINT "first_releases_pool_id_submission_id_pk" PRIMARY KEY("pool_id","submission_id")
);
--> statement-breakpoint
ALTER TABLE "pools" ADD COLUMN "team_bias" double precision DEFAULT 0.02 NOT NULL;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "vouched_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "first_releases" ADD CONSTRAINT "first_releases_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "first_releases" ADD CONSTRAINT "first_releases_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "submissions_awaiting_approval" ON "submissions" USING btree ("hidden_due_at") WHERE state = 'awaiting-approval';--> statement-breakpoint
INSERT INTO first_releases (pool_id, submission_id)
  SELECT pool_id, submission_id FROM guarded.decisions
  WHERE scope = 'team' AND decision = 'climbed' AND coalesce("before"->'rung', 'null'::jsonb) = 'null'::jsonb;
--> statement-breakpoint
-- Teams of people whom the operator or the local sign-in made, and of nobody else.
UPDATE teams t SET vouched_at = t.created_at WHERE t.merged_into_id IS NULL
  AND EXISTS (SELECT FROM memberships m WHERE m.team_id = t.id)
  AND NOT EXISTS (SELECT FROM memberships m WHERE m.team_id = t.id
    AND NOT EXISTS (SELECT FROM accounts a WHERE a.user_id = m.user_id AND a.provider = 'local'));
--> statement-breakpoint
CREATE FUNCTION guarded.note_first_release() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO public.first_releases (pool_id, submission_id) VALUES (NEW.pool_id, NEW.submission_id) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER first_release_noted AFTER INSERT ON guarded.decisions FOR EACH ROW
  WHEN (NEW.scope = 'team' AND NEW.decision = 'climbed' AND coalesce(NEW.before->'rung', 'null'::jsonb) = 'null'::jsonb)
  EXECUTE FUNCTION guarded.note_first_release();
--> statement-breakpoint
GRANT SELECT ON first_releases TO rung_web, rung_worker, rung_auditor;
