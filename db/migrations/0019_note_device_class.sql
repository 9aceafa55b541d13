ALTER TABLE "submissions" ADD COLUMN "device_class" text;--> statement-breakpoint
ALTER TABLE submissions DISABLE TRIGGER submission_moved;
--> statement-breakpoint
UPDATE submissions s SET device_class = (
  SELECT max(e.ran->>'deviceClass') FROM guarded.evaluations e
    JOIN test_set_versions v ON v.id = e.version_id JOIN test_sets t ON t.id = v.test_set_id
    WHERE e.submission_id = s.id AND t.role = 'hidden')
  WHERE s.version_ids IS NOT NULL;
--> statement-breakpoint
ALTER TABLE submissions ENABLE TRIGGER submission_moved;
