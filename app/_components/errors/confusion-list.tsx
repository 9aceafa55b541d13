import type { EntryErrors } from "@/server/leaderboards/errors/entry-errors-schema";
import { counted } from "../numbers/count";
import { percent } from "../numbers/percent";
import { shortName } from "./short-name";

/** The most frequent confusions, with their share of the images of that class. */
export function ConfusionList({ errors, most }: { errors: EntryErrors; most: number }) {
  const { classes, confusions } = errors;
  if (confusions.length === 0) return <p className="soft">Every image is right.</p>;
  return (
    <ul className="ledger">
      {confusions.slice(0, most).map(({ label, prediction, images }) => (
        <li key={`${label} ${prediction}`}>
          <span>
            <strong>{shortName(classes[label]!.name, 40)}</strong>{" "}
            {prediction === null ? (
              "without an answer"
            ) : (
              <>
                taken for <strong>{shortName(classes[prediction]!.name, 40)}</strong>
              </>
            )}
          </span>
          <span>
            {counted(images, "image")}
            <small>
              {percent(images / classes[label]!.total)} % of {counted(classes[label]!.total, "image")}
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}
