CREATE TYPE "public"."vouch_rule_kind" AS ENUM('email-domain', 'account-age', 'organisation');--> statement-breakpoint
CREATE TABLE "rule_vouches" (
	"team_id" uuid PRIMARY KEY NOT NULL,
	"rule_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"address_digest" text,
	CONSTRAINT "rule_vouches_addressDigest_unique" UNIQUE("address_digest")
);
--> statement-breakpoint
CREATE TABLE "vouch_rules" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "vouch_rule_kind" NOT NULL,
	"value" text NOT NULL,
	"set_by_id" uuid,
	"set_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "vouch_ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "rule_vouches" ADD CONSTRAINT "rule_vouches_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_vouches" ADD CONSTRAINT "rule_vouches_rule_id_vouch_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."vouch_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vouch_rules" ADD CONSTRAINT "vouch_rules_set_by_id_users_id_fk" FOREIGN KEY ("set_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "vouch_rules_in_force" ON "vouch_rules" USING btree ("kind","value") WHERE ended_at is null;--> statement-breakpoint
UPDATE teams t SET vouch_ended_at = l.at FROM
  (SELECT fields->>'team' AS team, max(at) AS at FROM audit.lines WHERE kind = 'vouch' AND fields->>'vouched' = 'false' GROUP BY 1) l
  WHERE l.team = t.id::text;
--> statement-breakpoint
GRANT SELECT ON vouch_rules, rule_vouches TO rung_web, rung_auditor;
--> statement-breakpoint
GRANT INSERT, UPDATE (ended_at) ON vouch_rules TO rung_web;
--> statement-breakpoint
GRANT INSERT ON rule_vouches TO rung_web;
