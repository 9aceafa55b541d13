CREATE TABLE "pool_closings" (
	"pool_id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid,
	"reason" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "audit"."published_secrets" (
	"line_id" bigint PRIMARY KEY NOT NULL,
	"pool_id" uuid NOT NULL,
	"salt" "bytea" NOT NULL,
	"secret" text NOT NULL,
	"wrong" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit"."published_heads" ADD COLUMN "line" bigint;--> statement-breakpoint
UPDATE audit.published_heads p SET line = coalesce((SELECT l.id FROM audit.lines l WHERE l.hash = p.head), 0);
--> statement-breakpoint
ALTER TABLE "audit"."published_heads" ALTER COLUMN "line" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "pool_closings" ADD CONSTRAINT "pool_closings_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pool_closings" ADD CONSTRAINT "pool_closings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit"."published_secrets" ADD CONSTRAINT "published_secrets_pool_id_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."pools"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "published_secrets_pool_id_line_id_index" ON "audit"."published_secrets" USING btree ("pool_id","line_id");
--> statement-breakpoint
-- The web's lines are of the moment: a site that was taken over can neither date one back nor ahead.
CREATE FUNCTION audit.is_near_now(line_at timestamptz) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT abs(extract(epoch FROM line_at - clock_timestamp())) <= 300
$$;
--> statement-breakpoint
-- What a page can make happen is the web's to write, and nothing else: no count, no decision, no import.
CREATE FUNCTION audit.is_for_web(kind text, fields jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT CASE kind
    WHEN 'submission' THEN NOT fields ? 'reference'
    WHEN 'repeat' THEN fields->>'stage' = 'asked'
    WHEN 'test-set' THEN fields ? 'state'
    WHEN 'pool-closing' THEN fields->>'stage' IN ('asked', 'undone')
    ELSE kind IN ('withdrawal', 'lapse', 'spending', 'quota-refusal', 'original-refusal', 'approval', 'decline', 'vouch', 'vouch-rule',
      'resumption', 'verification', 'disqualification', 'reinstatement', 'merge', 'maintainer-sign-in', 'token', 'exact-scores-read')
  END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION audit.append_line(line_kind text, line_public text, line_secret text, line_salt bytea, line_commitment bytea, line_at timestamptz)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  previous audit.head%ROWTYPE;
  next_hash bytea;
  line_fields jsonb := line_public::jsonb;
BEGIN
  IF line_fields->>'kind' IS DISTINCT FROM line_kind OR (line_fields->>'at')::timestamptz IS DISTINCT FROM line_at THEN
    RAISE EXCEPTION 'a line says its own kind and time' USING ERRCODE = 'check_violation';
  END IF;
  IF session_user = 'rung_web' AND NOT audit.is_for_web(line_kind, line_fields) THEN
    RAISE EXCEPTION 'the web appends no line of this kind: %', line_kind USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF session_user = 'rung_web' AND NOT audit.is_near_now(line_at) THEN
    RAISE EXCEPTION 'the web appends lines of this moment only' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO previous FROM audit.head FOR UPDATE;
  IF line_at < (SELECT max(p.day)::timestamp AT TIME ZONE 'UTC' FROM audit.published_heads p) THEN
    RAISE EXCEPTION 'a line cannot be dated before a published head' USING ERRCODE = 'check_violation';
  END IF;
  next_hash := sha256(previous.hash || convert_to(line_public, 'UTF8') || line_commitment);
  INSERT INTO audit.lines (id, at, kind, public, fields, commitment, hash)
    VALUES (previous.id + 1, line_at, line_kind, line_public, line_fields, line_commitment, next_hash);
  INSERT INTO guarded.audit_secrets (line_id, salt, secret) VALUES (previous.id + 1, line_salt, line_secret);
  UPDATE audit.head SET id = previous.id + 1, hash = next_hash;
  RETURN previous.id + 1;
END $$;
--> statement-breakpoint
DROP FUNCTION audit.publish_head;
--> statement-breakpoint
-- The head of a day is the one with which it began, whenever it is first asked for: so its time tells nothing. Ten minutes are left to
-- those who began a line before midnight.
CREATE FUNCTION audit.publish_head(as_of timestamptz)
RETURNS TABLE (day date, head bytea, line bigint) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  this_day date := (least(as_of, now()) AT TIME ZONE 'UTC' - interval '10 minutes')::date;
  last_day date := (SELECT max(p.day) FROM audit.published_heads p);
BEGIN
  IF last_day IS NULL OR last_day < this_day THEN
    INSERT INTO audit.published_heads (day, head, line, published_at)
      SELECT this_day, coalesce(l.hash, sha256(''::bytea)), coalesce(l.id, 0), now()
      FROM (SELECT) one LEFT JOIN LATERAL (SELECT id, hash FROM audit.lines
        WHERE at < this_day::timestamp AT TIME ZONE 'UTC' ORDER BY id DESC LIMIT 1) l ON true
      ON CONFLICT DO NOTHING;
  END IF;
  RETURN QUERY SELECT p.day, p.head, p.line FROM audit.published_heads p WHERE p.day <= this_day ORDER BY p.day DESC LIMIT 1;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION audit.publish_head FROM PUBLIC;
--> statement-breakpoint
-- The public half of the log, up to the last published head: a line of today comes with tomorrow's.
CREATE FUNCTION audit.public_lines(after bigint, most int)
RETURNS TABLE (line bigint, public text, commitment bytea, hash bytea) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT l.id, l.public, l.commitment, l.hash FROM audit.lines l
  WHERE l.id > after AND l.id <= (SELECT max(p.line) FROM audit.published_heads p)
  ORDER BY l.id LIMIT least(most, 5000)
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION audit.public_lines FROM PUBLIC;
--> statement-breakpoint
-- With what each submission can be found on the chain later: a hash over a salted commitment, which tells nothing of what is before it.
CREATE FUNCTION audit.receipts(submissions text[])
RETURNS TABLE (submission text, line bigint, hash bytea, head bytea) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT l.fields->>'submission', l.id, l.hash,
    (SELECT p.head FROM audit.published_heads p WHERE p.line < l.id AND p.line > 0 ORDER BY p.day DESC LIMIT 1)
  FROM audit.lines l WHERE l.fields->>'submission' = ANY (submissions) AND l.kind = 'submission'
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION audit.receipts FROM PUBLIC;
--> statement-breakpoint
-- Publishes a closed pool's secrets. That it may be closed is read from the log itself: asked for a day ago by the database's clock, and
-- not taken back; with nothing of the pool in use.
CREATE FUNCTION audit.close_pool(closing uuid, as_of timestamptz) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  last_asked audit.lines%ROWTYPE;
  published bigint;
BEGIN
  SELECT * INTO last_asked FROM audit.lines l WHERE l.kind = 'pool-closing' AND l.fields->>'pool' = closing::text ORDER BY l.id DESC LIMIT 1;
  IF last_asked.fields->>'stage' IS DISTINCT FROM 'asked' OR last_asked.at > least(as_of, now()) - interval '1 day' THEN
    RAISE EXCEPTION 'nobody asked a day ago that this pool be closed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (SELECT FROM public.pools p WHERE p.id = closing AND p.retired_at IS NULL) OR EXISTS (
    SELECT FROM public.test_set_versions v JOIN public.test_sets t ON t.id = v.test_set_id WHERE t.pool_id = closing AND v.state <> 'retired') THEN
    RAISE EXCEPTION 'a test set of this pool is in use' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO audit.published_secrets (line_id, pool_id, salt, secret, wrong)
    SELECT l.id, closing, s.salt, s.secret, e.wrong FROM audit.lines l
    JOIN guarded.audit_secrets s ON s.line_id = l.id
    JOIN guarded.evaluations e ON e.submission_id::text = l.fields->>'submission'
      AND e.version_id::text = s.secret::jsonb->>'version' AND e.part <> 'audit'
    WHERE l.kind = 'decision' AND l.fields->>'pool' = closing::text;
  GET DIAGNOSTICS published = ROW_COUNT;
  RETURN published;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION audit.close_pool FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION audit.publish_head TO rung_web, rung_worker;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION audit.public_lines TO rung_web;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION audit.receipts TO rung_web, rung_worker, rung_auditor;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION audit.close_pool TO rung_worker;
--> statement-breakpoint
GRANT SELECT ON audit.published_heads TO rung_worker;
--> statement-breakpoint
GRANT SELECT ON audit.published_secrets TO rung_web, rung_worker, rung_auditor;
--> statement-breakpoint
GRANT SELECT ON pool_closings TO rung_web, rung_worker, rung_auditor;
--> statement-breakpoint
GRANT INSERT, UPDATE (user_id, reason, asked_at, undone_at) ON pool_closings TO rung_web;
--> statement-breakpoint
GRANT UPDATE (closed_at) ON pool_closings TO rung_worker;
