import apa from './csl/apa.json';
import chicago from './csl/chicago-author-date.json';
import locale from './csl/locale-en-US.json';
import mla from './csl/modern-language-association.json';
import { addressIn, emphasised } from './sourceLine';
import type { CslData } from './cslData';
import { escapeFor, type Notation, safeUrl } from './escape';

/** Formatted references, or why there are none, in words for the writer. */
export type References = { readonly ok: true; readonly entries: readonly string[] } | { readonly ok: false; readonly message: string };

/** Styles that come with Attest, by the value of `attest.bibliography.style`. */
export const styleNames = ['apa', 'chicago-author-date', 'mla'] as const;
export type StyleName = (typeof styleNames)[number];

const styles: Readonly<Record<StyleName, string>> = { apa: apa.xml, 'chicago-author-date': chicago.xml, mla: mla.xml };

/** The CSL style of a name. */
export function styleOf(name: StyleName): string {
  return styles[name];
}

/**
 * References to works as a CSL style has them, in its order, each a paragraph in the notation of the draft.
 * @param style text of a `.csl` file
 * @param name of the style, for messages
 */
export async function formatReferences(works: readonly CslData[], style: string, notation: Notation, name: string): Promise<References> {
  if (!/<style\b/.test(style)) return { ok: false, message: `${name} is no CSL style.` };
  if (!/<bibliography\b/.test(style)) {
    const parent = /<link\b[^>]*\brel="independent-parent"/.test(style);
    return { ok: false, message: parent ? `${name} only points to another style; choose that one.` : `${name} makes no bibliography; choose another style.` };
  }
  const byId = new Map(works.map((work) => [String(work['id']), work]));
  // A megabyte of code, which few sessions need.
  const { default: CSL } = await import('citeproc');
  try {
    const engine = new CSL.Engine({ retrieveLocale: () => locale.xml, retrieveItem: (id) => structuredClone(byId.get(id)) }, style);
    engine.setOutputFormat('html');
    engine.updateItems([...byId.keys()]);
    const made = engine.makeBibliography();
    return { ok: true, entries: made ? made[1].map((html) => inNotation(html, notation)) : [] };
  } catch (error) {
    return { ok: false, message: `${name} cannot be used: ${error instanceof Error ? error.message : String(error)}` };
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The processor's HTML (italics and plain text; other markup is left out) in the notation of a draft. */
export function inNotation(html: string, notation: Notation): string {
  let text = '', italic = 0;
  for (const [part] of html.matchAll(/<[^<>]*>|[^<]+|</g)) {
    if (part.length > 1 && part.startsWith('<')) {
      if (/^<(?:i|em)\b/i.test(part)) italic++;
      else if (/^<\/(?:i|em)\b/i.test(part)) italic--;
      else if (/^<div class="csl-right-inline"/.test(part)) text += ' ';
      continue;
    }
    const plain = part.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal?: string, hex?: string, named?: string) => {
      if (named !== undefined) return entities[named.toLowerCase()] ?? whole;
      const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    });
    text += runs(plain, notation, italic > 0);
  }
  return text.replace(/\s+/g, ' ').trim();
}

/** Text with its addresses as addresses, white space at its ends kept. */
function runs(plain: string, notation: Notation, italic: boolean): string {
  let text = '';
  for (const [part] of plain.matchAll(/https?:\/\/[^\s<>]*[^\s<>.,;:)\]]|(?:(?!https?:\/\/)[^])+|./g)) {
    const url = safeUrl(part);
    if (url !== undefined) text += addressIn(url, notation);
    else {
      const words = escapeFor(notation, part);
      const shown = italic && words !== '' ? emphasised(words, notation) : words;
      text += (/^\s/.test(part) ? ' ' : '') + shown + (/\s$/.test(part) && words !== '' ? ' ' : '');
    }
  }
  return text;
}
