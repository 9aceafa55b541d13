interface ZoomButtonsProps {
  zoomed: boolean;
  onZoomIn: () => void;
  onZoomOut: () => void;
  onReset: () => void;
}

/** Zooming without a mouse. */
export function ZoomButtons({ zoomed, onZoomIn, onZoomOut, onReset }: ZoomButtonsProps) {
  return (
    <div className="figure-tools">
      <button type="button" className="button quiet" onClick={onZoomIn}>
        Zoom in
      </button>
      <button type="button" className="button quiet" onClick={onZoomOut} disabled={!zoomed}>
        Zoom out
      </button>
      <button type="button" className="button quiet" onClick={onReset} disabled={!zoomed}>
        Whole figure
      </button>
      <span className="hint">Drag a rectangle to zoom in; arrow keys go from point to point.</span>
    </div>
  );
}
