CREATE TYPE "public"."training" AS ENUM('standard', 'more-data', 'robust', 'zero-shot', 'other');--> statement-breakpoint
ALTER TABLE "reference_models" ADD COLUMN "training" "training";--> statement-breakpoint
ALTER TABLE "reference_models" ADD COLUMN "family" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "training" "training";--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "family" text;--> statement-breakpoint
ALTER TABLE "reference_models" ADD CONSTRAINT "reference_family_is_plain" CHECK ("reference_models"."family" !~ '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]');--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "only_references_have_a_family" CHECK ("submissions"."family" is null or "submissions"."kind" = 'reference');