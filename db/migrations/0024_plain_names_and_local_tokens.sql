UPDATE api_tokens SET name = regexp_replace(name, '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]', U&'\FFFD', 'g') WHERE name ~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]';
--> statement-breakpoint
UPDATE benchmarks SET name = regexp_replace(name, '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]', U&'\FFFD', 'g') WHERE name ~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]';
--> statement-breakpoint
UPDATE reference_models SET name = regexp_replace(name, '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]', U&'\FFFD', 'g') WHERE name ~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]';
--> statement-breakpoint
UPDATE submissions SET name = regexp_replace(name, '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]', U&'\FFFD', 'g') WHERE name ~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]';
--> statement-breakpoint
UPDATE teams SET name = regexp_replace(name, '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]', U&'\FFFD', 'g') WHERE name ~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]';
--> statement-breakpoint
UPDATE test_sets SET name = regexp_replace(name, '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]', U&'\FFFD', 'g') WHERE name ~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]';
--> statement-breakpoint
UPDATE users SET name = regexp_replace(name, '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]', U&'\FFFD', 'g') WHERE name ~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]';
--> statement-breakpoint
UPDATE reference_models SET url = NULL WHERE url !~* '^https?://';
--> statement-breakpoint
UPDATE submissions SET links = links - 'paper' WHERE links->>'paper' !~* '^https?://';
--> statement-breakpoint
UPDATE submissions SET links = links - 'code' WHERE links->>'code' !~* '^https?://';
--> statement-breakpoint
ALTER TABLE "api_tokens" ADD COLUMN "local" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "token_name_is_plain" CHECK ("api_tokens"."name" !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]');--> statement-breakpoint
ALTER TABLE "benchmarks" ADD CONSTRAINT "benchmark_name_is_plain" CHECK ("benchmarks"."name" !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]');--> statement-breakpoint
ALTER TABLE "reference_models" ADD CONSTRAINT "reference_name_is_plain" CHECK ("reference_models"."name" !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]');--> statement-breakpoint
ALTER TABLE "reference_models" ADD CONSTRAINT "reference_has_a_web_address" CHECK ("reference_models"."url" ~* '^https?://');--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submission_name_is_plain" CHECK ("submissions"."name" !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]');--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "paper_is_a_web_address" CHECK ("submissions"."links"->>'paper' ~* '^https?://');--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "code_is_a_web_address" CHECK ("submissions"."links"->>'code' ~* '^https?://');--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "team_name_is_plain" CHECK ("teams"."name" !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]');--> statement-breakpoint
ALTER TABLE "test_sets" ADD CONSTRAINT "test_set_name_is_plain" CHECK ("test_sets"."name" !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]');--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "user_name_is_plain" CHECK ("users"."name" !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]');