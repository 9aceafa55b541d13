/** Name, expected accuracy, gain asked for and links of a submission; the file's name is the suggestion. */
export function AboutFields({ suggested }: { suggested: string }) {
  return (
    <>
      <label className="field">
        <span>Name</span>
        <input name="name" key={suggested} defaultValue={suggested} required maxLength={80} />
        <small>as shown in the table</small>
      </label>
      <label className="field">
        <span>Expected original accuracy, in percent</span>
        <input name="expected" type="number" min={0} max={100} step="any" placeholder="optional" />
        <small>
          if the model has it, give or take 2 points, the hidden part is spent at once; otherwise you see its
          exact original score first and decide
        </small>
      </label>
      <label className="field">
        <span>Gain asked for, in steps</span>
        <input name="atLeast" type="number" min={1} max={1000} step={1} defaultValue={1} required />
        <small>
          With 2 or more it climbs only for a gain of so many steps, which saves your climbs for larger gains;
          a first score ignores it.
        </small>
      </label>
      <div className="row">
        <label className="field">
          <span>Paper</span>
          <input name="paper" type="url" placeholder="https://" />
        </label>
        <label className="field">
          <span>Code</span>
          <input name="code" type="url" placeholder="https://" />
        </label>
      </div>
    </>
  );
}
