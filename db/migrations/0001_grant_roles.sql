-- Roles are made by db/roles.ts before the migrations run; here is what each may do.
-- The log has one way in: this function, which keeps the chain and takes its lines one after the other.
CREATE TABLE audit.head (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), id bigint NOT NULL, hash bytea NOT NULL);
--> statement-breakpoint
INSERT INTO audit.head (id, hash) VALUES (0, sha256(''::bytea));
--> statement-breakpoint
CREATE FUNCTION audit.append_line(line_kind text, line_public text, line_secret text, line_salt bytea, line_commitment bytea, line_at timestamptz)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  previous audit.head%ROWTYPE;
  next_hash bytea;
BEGIN
  SELECT * INTO previous FROM audit.head FOR UPDATE;
  next_hash := sha256(previous.hash || convert_to(line_public, 'UTF8') || line_commitment);
  INSERT INTO audit.lines (id, at, kind, public, fields, commitment, hash)
    VALUES (previous.id + 1, line_at, line_kind, line_public, line_public::jsonb, line_commitment, next_hash);
  INSERT INTO guarded.audit_secrets (line_id, salt, secret) VALUES (previous.id + 1, line_salt, line_secret);
  UPDATE audit.head SET id = previous.id + 1, hash = next_hash;
  RETURN previous.id + 1;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION audit.append_line FROM PUBLIC;
--> statement-breakpoint
-- The head that is published for a day is the one with which the day began, whenever it is first asked for: so its time tells nothing.
CREATE FUNCTION audit.publish_head(as_of timestamptz)
RETURNS TABLE (day date, head bytea) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  this_day date := (least(as_of, now()) AT TIME ZONE 'UTC')::date;
  last_day date := (SELECT max(p.day) FROM audit.published_heads p);
BEGIN
  IF last_day IS NULL OR last_day < this_day THEN
    INSERT INTO audit.published_heads (day, head, published_at)
      SELECT this_day, coalesce(
        (SELECT l.hash FROM audit.lines l WHERE l.at < this_day::timestamp AT TIME ZONE 'UTC' ORDER BY l.id DESC LIMIT 1),
        sha256(''::bytea)), now()
      ON CONFLICT DO NOTHING;
  END IF;
  RETURN QUERY SELECT p.day, p.head FROM audit.published_heads p WHERE p.day <= this_day ORDER BY p.day DESC LIMIT 1;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION audit.publish_head FROM PUBLIC;
--> statement-breakpoint
CREATE FUNCTION guarded.count_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO guarded.decision_counts AS c (pool_id, scope, decision, rung, decisions)
    VALUES (NEW.pool_id, NEW.scope, NEW.decision,
      CASE WHEN NEW.decision = 'climbed' THEN coalesce((NEW.before->'rung'->>'numerator') || '/' || (NEW.before->'rung'->>'denominator'), 'none') ELSE 'none' END, 1)
    ON CONFLICT (pool_id, scope, decision, rung) DO UPDATE SET decisions = c.decisions + 1;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER decision_counted AFTER INSERT ON guarded.decisions FOR EACH ROW EXECUTE FUNCTION guarded.count_decision();
--> statement-breakpoint
-- Whoever watches a page is told which submission moved: an id, nothing else.
CREATE FUNCTION public.notify_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('rung_submission', NEW.id::text);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER submission_moved AFTER INSERT OR UPDATE ON public.submissions FOR EACH ROW EXECUTE FUNCTION public.notify_submission();
--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO rung_web, rung_worker, rung_auditor;
--> statement-breakpoint
GRANT USAGE ON SCHEMA audit TO rung_web, rung_worker, rung_auditor;
--> statement-breakpoint
GRANT USAGE ON SCHEMA guarded TO rung_worker, rung_auditor;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA public TO rung_web, rung_worker, rung_auditor;
--> statement-breakpoint
GRANT INSERT, UPDATE ON users, accounts, api_tokens, teams, memberships, uploads, model_files TO rung_web;
--> statement-breakpoint
GRANT DELETE ON uploads TO rung_web;
--> statement-breakpoint
GRANT INSERT, UPDATE (state, explanation, ended_at, approved_at, verified_at) ON submissions TO rung_web;
--> statement-breakpoint
GRANT UPDATE (state) ON test_set_versions TO rung_web;
--> statement-breakpoint
GRANT UPDATE (retired_at) ON pools TO rung_web;
--> statement-breakpoint
GRANT UPDATE ON submissions TO rung_worker;
--> statement-breakpoint
GRANT UPDATE (revision) ON benchmarks TO rung_web, rung_worker;
--> statement-breakpoint
GRANT INSERT, UPDATE ON scores, records, model_files, reference_models, reference_results, fits, published_adaptivity TO rung_worker;
--> statement-breakpoint
GRANT DELETE ON reference_results, fits TO rung_worker;
--> statement-breakpoint
GRANT DELETE ON uploads, model_files TO rung_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON guarded.evaluations, guarded.ladders, guarded.decisions TO rung_worker;
--> statement-breakpoint
GRANT SELECT, INSERT ON guarded.fingerprints, guarded.similarities TO rung_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON guarded.team_links, guarded.adaptivity TO rung_worker;
--> statement-breakpoint
GRANT SELECT ON guarded.keys, guarded.version_images TO rung_worker;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA guarded TO rung_auditor;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA audit TO rung_auditor;
--> statement-breakpoint
GRANT SELECT ON audit.lines TO rung_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON audit.verifications TO rung_web;
--> statement-breakpoint
GRANT SELECT ON audit.published_heads TO rung_web;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO rung_web, rung_worker;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION audit.append_line TO rung_web, rung_worker;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION audit.publish_head TO rung_web, rung_worker;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.notify_submission TO rung_web, rung_worker;
