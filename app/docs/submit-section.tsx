import Link from "next/link";

/** The three ways to submit a model: page, command line, HTTP. */
export function SubmitSection({ origin }: { origin: string }) {
  const shell = `export RUNG_TOKEN=rung_...        # made under "Account"
npm run -s rung -- submit model.onnx --benchmark shapes --name "my model" \\
  --url ${origin} --wait`;
  const curl = `curl -H "Authorization: Bearer $RUNG_TOKEN" \\
  -F model=@model.onnx \\
  -F 'metadata={"benchmark":"shapes","name":"my model",
      "preprocessing":{"mean":[0.5,0.5,0.5],"std":[0.5,0.5,0.5]}}' \\
  ${origin}/api/v1/submissions`;
  const python = `import json, os, requests

metadata = {"benchmark": "shapes", "name": "my model"}
answer = requests.post(
    "${origin}/api/v1/submissions",
    headers={"Authorization": f"Bearer {os.environ['RUNG_TOKEN']}"},
    files={"model": open("model.onnx", "rb"), "metadata": (None, json.dumps(metadata))},
)
print(answer.json())`;
  return (
    <>
      <h2 id="submit">Submit it</h2>
      <p>
        <Link href="/submit">Drop the file</Link> and see what inspection says, or send it from a training
        script with a token from <Link href="/account">Account</Link>.
      </p>
      <h3>From the checkout</h3>
      <pre>{shell}</pre>
      <p>
        With <code>--wait</code> the command waits for the outcome: exit code 0 for climbed or held, 1 for
        refused, failed or waiting for approval.
      </p>
      <h3>With curl</h3>
      <pre>{curl}</pre>
      <h3>From Python</h3>
      <pre>{python}</pre>
      <p>
        Send large files through <code>/api/v1/uploads</code> (tus 1.0), which resumes after any interruption;
        then give the upload&rsquo;s id as <code>upload</code> in the JSON.
      </p>
    </>
  );
}
