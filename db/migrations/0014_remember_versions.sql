ALTER TABLE "submissions" ADD COLUMN "version_ids" jsonb;--> statement-breakpoint
ALTER TABLE submissions DISABLE TRIGGER submission_moved;
--> statement-breakpoint
UPDATE submissions s SET version_ids =
  (SELECT jsonb_agg(DISTINCT e.version_id ORDER BY e.version_id) FROM guarded.evaluations e WHERE e.submission_id = s.id)
  WHERE s.kind = 'entry' AND s.state IN ('scored', 'disqualified');
--> statement-breakpoint
ALTER TABLE submissions ENABLE TRIGGER submission_moved;
