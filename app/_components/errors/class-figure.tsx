import type { EntryErrors } from "@/server/leaderboards/errors/entry-errors-schema";
import { percent } from "../numbers/percent";
import { SvgDrawing } from "../plot/svg-drawing";
import { drawClassDots } from "./draw-class-dots";
import { drawClassRanks } from "./draw-class-ranks";
import { fewClasses } from "./few-classes";

/** Accuracy by class: a row for each where there are few, else by rank. In two sizes, since type scaled down would be too small. */
export function ClassFigure({ errors }: { errors: EntryErrors }) {
  const draw = errors.classes.length <= fewClasses ? drawClassDots : drawClassRanks;
  return (
    <figure className="class-figure">
      <div className="for-desk">
        <SvgDrawing drawing={draw(errors, 640)} />
      </div>
      <div className="for-phone">
        <SvgDrawing drawing={draw(errors, 343)} />
      </div>
      <figcaption className="soft small">
        The dashed line is the accuracy over all images, {percent(errors.correct / errors.total)} %. Each
        interval is for one class alone: of many, some miss by chance.
      </figcaption>
    </figure>
  );
}
