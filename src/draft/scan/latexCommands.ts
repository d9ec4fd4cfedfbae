/** What a LaTeX command means for the prose around it. */
export type CommandKind =
  /** All its arguments are hidden. */
  | 'hidden'
  /** Its first argument is hidden, the second is prose: `\href`. */
  | 'first hidden'
  | 'heading' | 'item' | 'paragraph break' | 'note' | 'quote' | 'citation' | 'verbatim' | 'other';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const hidden = set(
  'label ref pageref eqref cref Cref autoref nameref vref input include includegraphics includeonly usepackage RequirePackage documentclass ' +
  'bibliography addbibresource bibliographystyle printbibliography url path hypersetup vspace hspace setlength addtolength newcommand renewcommand providecommand ' +
  'newenvironment renewenvironment newtheorem pagestyle thispagestyle pagenumbering index selectlanguage setcounter addtocounter graphicspath DeclareMathOperator ' +
  'newlength hyphenation author date thanks color definecolor fontsize selectfont todo iffalse special geometry',
);
const firstHidden = set('href textcolor colorbox foreignlanguage resizebox scalebox parbox raisebox fontspec');
const headings = set('part chapter section subsection subsubsection paragraph subparagraph title subtitle caption frametitle');
const quotes = set('enquote textquote blockquote foreignquote foreigntextquote foreignblockquote hyphenquote hyphentextquote textcquote blockcquote foreigntextcquote foreignblockcquote');
const notes = set('footnote footnotetext endnote sidenote marginpar marginnote');

/** The kind of a command by its name without backslash and star. Citation commands are those of LaTeX, natbib and biblatex. */
export function commandKind(name: string): CommandKind {
  if (hidden.has(name)) return 'hidden';
  if (firstHidden.has(name)) return 'first hidden';
  if (headings.has(name)) return 'heading';
  if (quotes.has(name)) return 'quote';
  if (notes.has(name)) return 'note';
  if (name === 'item') return 'item';
  if (name === 'par') return 'paragraph break';
  if (name === 'verb' || name === 'lstinline' || name === 'mintinline') return 'verbatim';
  return /^(?:no|foot|paren|text|auto|smart|super|full|footfull)?cites?(?:p|t|alp|alt|author|title|year|yearpar|url|date)?$/i.test(name) ? 'citation' : 'other';
}

/** How many arguments stand before the words of a quotation command (csquotes manual). */
export function argumentsBeforeQuote(name: string): number {
  return (/^(?:foreign|hyphen)/.test(name) ? 1 : 0) + (name.includes('cquote') ? 1 : 0);
}

/** Commands that read as a character. */
export const characters: Readonly<Record<string, string>> = {
  ldots: '…', dots: '…', textellipsis: '…', textendash: '–', textemdash: '—', textquoteright: '’', textquoteleft: '‘', textquotedblleft: '“', textquotedblright: '”',
  guillemotleft: '«', guillemotright: '»', quotedblbase: '„', ss: 'ß', ae: 'æ', AE: 'Æ', oe: 'œ', o: 'ø', O: 'Ø', aa: 'å', AA: 'Å', l: 'ł', L: 'Ł', textasciitilde: '~', textbackslash: '\\', S: '§', pounds: '£', euro: '€', textdollar: '$',
};

const opaque = set('verbatim Verbatim BVerbatim lstlisting minted comment filecontents equation align alignat flalign gather multline eqnarray math displaymath tikzpicture pgfpicture thebibliography array');
const quotations = set('quote quotation displayquote displaycquote verse foreigndisplayquote');

/** Whether an environment holds no prose. */
export const isOpaque = (name: string): boolean => opaque.has(name.replace(/\*$/, ''));
/** Whether an environment is a block quotation. */
export const isQuotation = (name: string): boolean => quotations.has(name.replace(/\*$/, ''));
