import { declaredFrom, type PreprocessingFields } from "./preprocessing-form";

/** What is said about a model, as the form's fields hold it. */
export interface AboutFields {
  name: string;
  /** in percent */
  expected: string;
  atLeast: string;
  paper: string;
  code: string;
  /** "" where it is not declared */
  training: string;
}

export const emptyAbout: AboutFields = {
  name: "",
  expected: "",
  atLeast: "1",
  paper: "",
  code: "",
  training: "",
};

/** The declaration that a form's fields make; it is checked by the server's schema, before and when it is submitted. */
export function declarationOf({
  benchmark,
  about,
  fields,
}: {
  benchmark: string;
  about: AboutFields;
  fields: PreprocessingFields;
}) {
  const links = Object.entries({ paper: about.paper.trim(), code: about.code.trim() });
  const expected = about.expected.trim();
  return {
    ...(expected
      ? { expectedOriginalAccuracy: Number(expected) / 100, goOn: true as const }
      : { goOn: "ask" as const }),
    benchmark,
    name: about.name,
    atLeast: Number(about.atLeast),
    training: about.training || null,
    links: Object.fromEntries(links.filter(([, link]) => link !== "")),
    preprocessing: declaredFrom(fields),
  };
}
