/** A meter's ceiling in points; from 1 on it limits nothing. */
export const ceilingText = ({ ceiling }: { ceiling: number }): string =>
  ceiling < 1 ? inPoints(ceiling) : "no longer a limit";

/** What the strongest simulated attack gains, in points, or that its policy was not measured. */
export const simulatedText = ({ simulated }: { simulated: number | null }): string =>
  simulated === null ? "not measured under this policy" : inPoints(simulated);

const inPoints = (fraction: number): string => `${(100 * fraction).toFixed(2)} points`;
