import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { writeModel } from "@/server/onnx/write-model";
import { classifierModel } from "@/server/shapes/classifier-model";
import { type ClassifierRecipe, classifierRecipes } from "@/server/shapes/classifier-recipes";
import { trainRecipe } from "@/server/shapes/train-recipe";

type Io = {
  stdin: AsyncIterable<Buffer | string>;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
};

const usage = "usage: rung train-shapes [--into FOLDER] [--only NAME]";
const folders = { reference: "server/seed/models", example: "examples" };

/**
 * `rung train-shapes`: trains the classifiers of the Shapes benchmark and writes their ONNX files into a folder (the checkout by
 * default), printing a line `{"file","bytes"}` for each. The same code gives the same bytes. Exit code 2 for bad usage or an
 * unknown name.
 */
export async function trainShapes(argv: string[], io: Io): Promise<number> {
  const options = readOptions(argv);
  if ("problem" in options) {
    io.stderr(`error: ${options.problem}\n${usage}\n`);
    return 2;
  }
  for (const recipe of options.recipes) {
    io.stderr(`training ${recipe.name}\n`);
    const bytes = writeModel(classifierModel(recipe.name, trainRecipe(recipe)));
    const file = join(folders[recipe.use], `${recipe.name}.onnx`);
    await mkdir(dirname(join(options.into, file)), { recursive: true });
    await writeFile(join(options.into, file), bytes);
    io.stdout(`${JSON.stringify({ file, bytes: bytes.length })}\n`);
  }
  return 0;
}

function readOptions(argv: string[]): { into: string; recipes: ClassifierRecipe[] } | { problem: string } {
  try {
    const { values } = parseArgs({
      args: argv,
      options: { into: { type: "string", default: "." }, only: { type: "string" } },
    });
    const recipes = classifierRecipes.filter(({ name }) => values.only === undefined || name === values.only);
    if (recipes.length === 0) return { problem: `there is no classifier named "${values.only}"` };
    return { into: values.into, recipes };
  } catch (cause) {
    return { problem: (cause as Error).message };
  }
}
