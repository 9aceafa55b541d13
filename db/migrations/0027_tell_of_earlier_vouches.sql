-- Teams were vouched for before lines told it: once, here, each gets its line, with the time of now, so that the log leads to what is
-- stored. Whoever is vouched for without a line after this is found by a verification.
DO $$
DECLARE
  line_at timestamptz := date_trunc('milliseconds', clock_timestamp());
  said text := to_char(line_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  salt bytea;
  inner_key bytea;
  outer_key bytea;
  team uuid;
BEGIN
  FOR team IN SELECT t.id FROM teams t WHERE t.vouched_at IS NOT NULL AND (
    SELECT l.fields->>'vouched' FROM audit.lines l WHERE l.kind = 'vouch' AND l.fields->>'team' = t.id::text ORDER BY l.id DESC LIMIT 1
  ) IS DISTINCT FROM 'true' ORDER BY t.created_at, t.id
  LOOP
    salt := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
    -- HMAC-SHA-256 (RFC 2104) of the empty secret, as every line has it.
    inner_key := salt || decode(repeat('00', 32), 'hex');
    outer_key := inner_key;
    FOR i IN 0..63 LOOP
      inner_key := set_byte(inner_key, i, get_byte(inner_key, i) # 54);
      outer_key := set_byte(outer_key, i, get_byte(outer_key, i) # 92);
    END LOOP;
    PERFORM audit.append_line('vouch',
      format('{"at":"%s","by":null,"kind":"vouch","reason":"vouched for before the log told it","team":"%s","vouched":true}', said, team),
      '{}', salt, sha256(outer_key || sha256(inner_key || convert_to('{}', 'UTF8'))), line_at);
    UPDATE teams SET vouched_at = line_at WHERE id = team;
  END LOOP;
END $$;
