-- Two submissions are the same if their preprocessing is, so every stored one says it as new ones do.
ALTER TABLE submissions DISABLE TRIGGER submission_moved;
--> statement-breakpoint
UPDATE submissions SET preprocessing = preprocessing || '{"channel_order": "RGB"}' WHERE NOT preprocessing ? 'channel_order';
--> statement-breakpoint
ALTER TABLE submissions ENABLE TRIGGER submission_moved;
