import { RungError } from "../errors";

const home = "https://raw.githubusercontent.com/huggingface/pytorch-image-models/main/results/";
const names = ["results-imagenet.csv", "results-imagenetv2-matched-frequency.csv"];
const patienceMs = 30_000;

/**
 * timm's two published files, from its public repository or the address of another folder; both or none.
 * @throws RungError `bad_input` if they cannot be downloaded or are not results
 */
export async function fetchTimmResults(from: string = home): Promise<{ name: string; text: string }[]> {
  if (!URL.canParse(from)) {
    throw new RungError(
      "bad_input",
      `"${from}" is not an address.`,
      "An address looks like https://example.org/results/.",
    );
  }
  const folder = from.endsWith("/") ? from : `${from}/`;
  return Promise.all(names.map(async (name) => ({ name, text: await fetchText(new URL(name, folder)) })));
}

async function fetchText(url: URL): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMs) });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const text = await response.text();
    if (!text.startsWith("model,")) throw new Error("the file is not a list of results");
    return text;
  } catch (cause) {
    const { message, cause: deeper } = cause as Error;
    const why = deeper instanceof Error && deeper.message ? deeper.message : message;
    throw new RungError(
      "bad_input",
      `${url} cannot be downloaded: ${why}.`,
      "Is this machine online? To use a mirror, give --from.",
      { cause },
    );
  }
}
