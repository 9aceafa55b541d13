import { count } from "@/app/_components/numbers/count";
import { climbChance } from "@/server/release/climb-chance";
import { defaultPolicy } from "@/server/release/default-policy";

const images = 10_000;
const gains = [
  { steps: 0, label: "no gain" },
  { steps: 0.5, label: "½ step" },
  { steps: 1, label: "1 step" },
  { steps: 2, label: "2 steps" },
];
const changes = [0.03, 0.1, 0.3];

/** How often a truly better model climbs, by its gain and by how much it differs from the one released before. */
export function ClimbChances() {
  const { policy } = defaultPolicy(images);
  const cells = changes.map((share) =>
    gains.map(({ steps }) => climbChance({ policy, images, changed: share * images, steps })),
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="scroll" aria-label="Chance of a climb" tabIndex={0}>
      <table className="data lab-ceilings">
        <caption>
          Climbs in 100 submissions under the default for {count(images)} images, by true gain and by the
          share of images on which the two models differ
        </caption>
        <thead>
          <tr>
            <th scope="col">differ on</th>
            {gains.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((row, i) => (
            <tr key={changes[i]}>
              <th scope="row" className="number">
                {100 * changes[i]!} %
              </th>
              {row.map((chance, j) => (
                <td key={gains[j]!.label} className="number">
                  {Math.round(100 * chance)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
