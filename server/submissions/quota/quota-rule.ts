const dayMs = 24 * 60 * 60 * 1000;

/**
 * What a team has left after its earlier submissions: `perDay` in any 24 hours and `lifetime` in total (null: no limit).
 * @param spentAt when the submissions that count were spent, in any order
 * @returns `nextAllowedAt` is null if a submission is allowed now or never again (`lifetimeSpent`)
 */
export function quotaRule(input: { spentAt: Date[]; perDay: number; lifetime: number | null; now: Date }) {
  const { perDay, lifetime, now } = input;
  const times = input.spentAt.map((time) => time.getTime()).sort((a, b) => b - a);
  const usedToday = times.filter((time) => time > now.getTime() - dayMs).length;
  const lifetimeSpent = lifetime !== null && times.length >= lifetime;
  const oldestThatCounts = times[perDay - 1];
  const blocked = usedToday >= perDay && oldestThatCounts !== undefined;
  return {
    usedToday,
    used: times.length,
    lifetimeSpent,
    nextAllowedAt: blocked && !lifetimeSpent ? new Date(oldestThatCounts + dayMs) : null,
    allowed: !blocked && !lifetimeSpent,
  };
}
