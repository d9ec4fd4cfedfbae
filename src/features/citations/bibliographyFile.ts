import { addToBibliography, bibliographyEntries, type BibliographyEntry, type BibliographyProblem } from './bibliography';
import { addToBibtex, bibtexWorks } from './bibtex';
import type { CitedArticle } from './citedArticle';
import type { Work } from './work';

/** Whether a bibliography of this name is BibTeX; all others are CSL-JSON. */
export function isBibtex(name: string): boolean {
  return /\.bib(?:tex)?$/i.test(name);
}

/** Puts an article into a bibliography of the format that its name tells. See {@link addToBibliography}, {@link addToBibtex}. */
export function addToFile(text: string | undefined, article: CitedArticle, name: string): BibliographyEntry | BibliographyProblem {
  return isBibtex(name) ? addToBibtex(text, article) : addToBibliography(text, article, name);
}

/** The works that a bibliography lists, in order; empty when it cannot be read. Its text tells the format: CSL-JSON is a list in brackets. */
export function worksIn(text: string): readonly Work[] {
  return /^\ufeff?\s*\[/.test(text) ? bibliographyEntries(text) : bibtexWorks(text);
}
