import { expect, test } from "vitest";
import { otherUser } from "@/workers/sandbox/other-user";

// systemd, "Users, Groups, UIDs and GIDs on systemd Systems": both ranges are unused
test("on a whole machine each child is a user that nobody is", () => {
  const users = Array.from({ length: 100 }, () => otherUser("         0          0 4294967295\n"));
  for (const user of users) {
    expect(user).toBeGreaterThanOrEqual(1_879_048_192);
    expect(user).toBeLessThanOrEqual(2_147_352_575);
  }
  expect(new Set(users).size).toBeGreaterThan(90);
});

test("where only the first 65,536 users exist it is one of those", () => {
  for (const map of ["0 100000 65536\n", ""]) {
    expect(otherUser(map)).toBeGreaterThanOrEqual(65_520);
    expect(otherUser(map)).toBeLessThanOrEqual(65_533);
  }
});
