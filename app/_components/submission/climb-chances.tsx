import { type ClimbTable, tabledGains } from "@/server/release/climb-table";

const gainNames: Record<(typeof tabledGains)[number], string> = {
  0: "no gain",
  0.005: "½ point",
  0.01: "1 point",
  0.02: "2 points",
  0.03: "3 points",
};

/** How often a truly better model climbs, by its gain and by how much it differs from the one released before. */
export function ClimbChances({ table, caption }: { table: ClimbTable; caption: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="scroll" aria-label={caption} tabIndex={0}>
      <table className="data">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">differ on</th>
            {tabledGains.map((gain) => (
              <th key={gain} scope="col">
                {gainNames[gain]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ differ, chances }) => (
            <tr key={differ}>
              <th scope="row" className="number">
                {Math.round(100 * differ)} %
              </th>
              {chances.map((chance, column) => (
                <td key={tabledGains[column]} className="number">
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
