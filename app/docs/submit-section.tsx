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
        <Link href="/submit">Drop the file</Link>, with its data file if it has one, and see what inspection
        says, or send it from a training script with a token from <Link href="/account">Account</Link>.
      </p>
      <h3>From the checkout</h3>
      <pre>{shell}</pre>
      <p>
        A data file that the model names is taken from the same folder. With <code>--wait</code> the command
        waits for the outcome: exit code 0 for climbed or held, 1 for refused, failed or waiting for somebody.
      </p>
      <h3 id="spend">See the original score first</h3>
      <p>
        The original test set is public: its exact score is shown as soon as that part ends, and nothing is
        spent by then. On the page the hidden part waits until you spend it. A command or a program goes on by
        itself; with <code>--expected-original 0.81</code> (<code>expectedOriginalAccuracy</code>) it does so
        only if the model has that accuracy within 2 points, and with <code>--ask</code> (
        <code>"goOn": "ask"</code>) it always asks. The state is then <code>waiting-for-you</code>, for seven
        days: <code>rung go-on ID</code> or <code>POST /submissions/ID/go-on</code> spends it, and withdrawing
        it costs nothing. Beside it, and for an accuracy that you type on <Link href="/submit">Submit</Link>,
        stands <Link href="/docs/statistics#forecast">a forecast</Link>: what it will score on the new test
        set, and your chance to climb.
      </p>
      <h3 id="training">Say how it was trained</h3>
      <p>
        <code>--training</code> (<code>training</code> in the metadata) is <code>standard</code>,{" "}
        <code>more-data</code> than the benchmark&rsquo;s own, <code>robust</code> (trained to be robust),{" "}
        <code>zero-shot</code> (never on labels of this task) or <code>other</code>. It colours the model in
        the view of <Link href="/docs/statistics#robustness">effective robustness</Link>; no score depends on
        it.
      </p>
      <h3 id="trial">What is found before anything is spent</h3>
      <p>
        Before its original part a model is tried on 200 original images (fewer where the set is smaller), the
        same ones for everybody. One that the runtime cannot load, that gives no finite scores, or the same
        scores to each image, is refused, with what the runtime said and a cure. Beside your preprocessing the
        usual ones are tried: pixels of 0 to 1, ImageNet, CIFAR-10, −1 to 1, 0 to 255, with and without
        ImageNet&rsquo;s mean, each as RGB and BGR. Clearly better means ten points or twice the accuracy on
        the same images, and p &lt; .001 by McNemar&rsquo;s exact test, times the number of settings tried.
        Then the submission waits for you: <code>rung go-on ID --as-advised</code> or{" "}
        <code>POST /submissions/ID/as-advised</code> submits the stored file with the better one, and{" "}
        <code>rung go-on ID</code> goes on as declared. Each file is tried once; how it ran is told to its
        team alone (<code>log</code>), and comes from original images only.
      </p>
      <h3>With curl</h3>
      <pre>{curl}</pre>
      <h3>From Python</h3>
      <pre>{python}</pre>
      <p>
        A model in two files takes one part more, <code>data</code>: with curl{" "}
        <code>-F data=@model.onnx.data</code>, in Python <code>"data": open("model.onnx.data", "rb")</code>.
      </p>
      <p>
        A model that is refused is answered with status 422 and the submission, whose <code>refusal</code>{" "}
        names everything that is wrong; a mistake in the metadata with 400 and a problem document, whose{" "}
        <code>problems</code> do.
      </p>
      <p>
        Send large files through <code>/api/v1/uploads</code> (tus 1.0), which resumes after any interruption;
        then give the upload&rsquo;s id as <code>upload</code> in the JSON, and that of its data file, if it
        has one, as <code>data</code>.
      </p>
    </>
  );
}
