/** Name and links of a submission; the file's name is the suggestion. */
export function AboutFields({ suggested }: { suggested: string }) {
  return (
    <>
      <label className="field">
        <span>Name</span>
        <input name="name" key={suggested} defaultValue={suggested} required maxLength={80} />
        <small>as shown in the table</small>
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
