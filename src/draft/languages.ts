/** Editor languages of the files that may be drafts, by the ending of their names. */
const languages: Readonly<Record<string, string>> = {
  md: 'markdown', markdown: 'markdown', qmd: 'quarto', tex: 'latex', adoc: 'asciidoc', asciidoc: 'asciidoc', rst: 'restructuredtext', typ: 'typst', txt: 'plaintext',
};

/** Endings of the names of files that may be drafts, without the point. */
export const draftEndings: readonly string[] = Object.keys(languages);

/** Language of a file by its name; undefined for files that are no drafts. */
export function languageOfFile(name: string): string | undefined {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && Object.hasOwn(languages, ending) ? languages[ending] : undefined;
}
