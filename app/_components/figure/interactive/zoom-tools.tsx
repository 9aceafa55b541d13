interface ZoomToolsProps {
  zoomed: boolean;
  onIn: () => void;
  onOut: () => void;
  onAll: () => void;
}

/** Buttons for what a dragged rectangle does, for hands without a mouse. */
export function ZoomTools({ zoomed, onIn, onOut, onAll }: ZoomToolsProps) {
  return (
    <div className="figure-tools">
      <button type="button" className="button quiet" onClick={onIn}>
        Closer
      </button>
      <button type="button" className="button quiet" onClick={onOut} disabled={!zoomed}>
        Wider
      </button>
      <button type="button" className="button quiet" onClick={onAll} disabled={!zoomed}>
        Whole figure
      </button>
      <span className="hint">Drag a rectangle to look closer; arrow keys go from point to point.</span>
    </div>
  );
}
