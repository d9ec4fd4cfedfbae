/** The part of citeproc-js that is used; see its manual, https://citeproc-js.readthedocs.io/en/latest/running.html. */
declare module 'citeproc' {
  interface System {
    retrieveLocale(language: string): string;
    retrieveItem(id: string): unknown;
  }
  interface Parameters {
    /** Of each entry that is printed, in order. */
    readonly entry_ids: readonly (readonly string[])[];
    readonly bibliography_errors: readonly unknown[];
  }
  interface Engine {
    setOutputFormat(format: 'html' | 'text'): void;
    updateItems(ids: readonly string[]): void;
    /** The entries as HTML; false when the style makes no bibliography. */
    makeBibliography(): [Parameters, string[]] | false;
  }
  const CSL: { readonly Engine: new (system: System, style: string, language?: string) => Engine };
  export default CSL;
}
