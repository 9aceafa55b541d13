import { expect, test } from "vitest";
import { ceilingText, simulatedText, teamBiasText } from "@/app/_components/numbers/bias-text";

test("a bias is in points; where nothing holds or nothing was measured, words say so", () => {
  expect(ceilingText({ ceiling: 0.0312 })).toBe("3.12 points");
  expect(ceilingText({ ceiling: 1 })).toBe("no longer a limit");
  expect(simulatedText({ simulated: 0 })).toBe("0.00 points");
  expect(teamBiasText({ unvouchedBias: 0.0191, teamBias: 0.02 })).toBe("1.91 points of 2.00 allowed");
  expect(teamBiasText({ unvouchedBias: null, teamBias: 0.02 })).toBe("not measured under this policy");
  expect(simulatedText({ simulated: null })).toBe("not measured under this policy");
});
