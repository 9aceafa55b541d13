-- What it counts is let out already: decisions that everybody sees, by rungs that were released. The public meters read it too.
ALTER TABLE guarded.decision_counts SET SCHEMA public;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION guarded.count_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO public.decision_counts AS c (pool_id, scope, decision, rung, decisions)
    VALUES (NEW.pool_id, NEW.scope, NEW.decision,
      CASE WHEN NEW.decision = 'climbed' THEN coalesce((NEW.before->'rung'->>'numerator') || '/' || (NEW.before->'rung'->>'denominator'), 'none') ELSE 'none' END, 1)
    ON CONFLICT (pool_id, scope, decision, rung) DO UPDATE SET decisions = c.decisions + 1;
  RETURN NULL;
END $$;
--> statement-breakpoint
GRANT SELECT ON public.decision_counts TO rung_web, rung_worker, rung_auditor;
