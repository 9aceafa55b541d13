/** Text that a BibTeX field can hold: what would end the field or start a command is escaped. */
const field = (text: string): string =>
  text.replace(/[\\{}]/g, " ").replace(/[&%$#_]/g, (special) => `\\${special}`);

const key = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** A BibTeX entry for something that is read at an address; `at` is the day that it was read. */
export function bibtex(cited: {
  name: string;
  author: string;
  address: string;
  note: string;
  at: Date;
}): string {
  const { name, author, address, note, at } = cited;
  const day = at.toISOString().slice(0, 10);
  return [
    `@misc{rung-${key(name)},`,
    `  title        = {{${field(name)}}},`,
    `  author       = {{${field(author)}}},`,
    `  year         = {${day.slice(0, 4)}},`,
    `  howpublished = {\\url{${address}}},`,
    `  note         = {${field(note)}. Accessed ${day}}`,
    "}",
    "",
  ].join("\n");
}
