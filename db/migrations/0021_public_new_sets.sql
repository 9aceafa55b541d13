ALTER TABLE "benchmarks" ADD COLUMN "synsets" jsonb;
--> statement-breakpoint
ALTER TYPE "public"."test_set_role" ADD VALUE 'public';--> statement-breakpoint
CREATE TABLE "open_labels" (
	"version_id" uuid PRIMARY KEY NOT NULL,
	"labels" "bytea" NOT NULL,
	"names" jsonb
);
--> statement-breakpoint
ALTER TABLE "open_labels" ADD CONSTRAINT "open_labels_version_id_test_set_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."test_set_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Predictions and labels of a hidden test set never become public: by what these say, whatever a program does.
CREATE VIEW open_predictions WITH (security_barrier) AS
  SELECT e.submission_id, e.version_id, e.total, e.predictions
  FROM guarded.evaluations e
    JOIN test_set_versions v ON v.id = e.version_id JOIN test_sets t ON t.id = v.test_set_id
  WHERE t.role <> 'hidden' AND e.part = 'all';
--> statement-breakpoint
CREATE FUNCTION public.refuse_hidden_labels() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT FROM test_set_versions v JOIN test_sets t ON t.id = v.test_set_id WHERE v.id = NEW.version_id AND t.role = 'hidden') THEN
    RAISE EXCEPTION 'labels of a hidden test set stay hidden' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER labels_are_open BEFORE INSERT OR UPDATE ON open_labels FOR EACH ROW EXECUTE FUNCTION public.refuse_hidden_labels();
--> statement-breakpoint
-- Otherwise a test set that was hidden could be shown by renaming its role, or a version by moving it.
CREATE FUNCTION public.refuse_other_role() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.role <> OLD.role AND EXISTS (SELECT FROM test_set_versions v WHERE v.test_set_id = NEW.id) THEN
    RAISE EXCEPTION 'a test set with images has its role for good' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER role_is_for_good BEFORE UPDATE OF role ON test_sets FOR EACH ROW EXECUTE FUNCTION public.refuse_other_role();
--> statement-breakpoint
CREATE FUNCTION public.refuse_moved_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.test_set_id <> OLD.test_set_id THEN
    RAISE EXCEPTION 'a version belongs to its test set for good' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER version_stays BEFORE UPDATE OF test_set_id ON test_set_versions FOR EACH ROW EXECUTE FUNCTION public.refuse_moved_version();
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.refuse_hidden_labels, public.refuse_other_role, public.refuse_moved_version TO rung_web, rung_worker;
--> statement-breakpoint
GRANT SELECT ON open_predictions, open_labels TO rung_web, rung_worker, rung_auditor;
--> statement-breakpoint
GRANT INSERT ON open_labels TO rung_worker;
--> statement-breakpoint
ALTER TABLE "test_sets" ADD CONSTRAINT "only_hidden_in_pools" CHECK ("test_sets"."role" = 'hidden' or ("test_sets"."pool_id" is null and "test_sets"."primary_since" is null));
