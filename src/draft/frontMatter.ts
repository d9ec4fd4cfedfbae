import { parse } from 'yaml';
import { frontMatterEnd } from './scan/markdownChunks';

/** A header longer than this is not read. */
const LONGEST = 20_000;

/**
 * Bibliography files that a draft names itself, as it writes them (relative to the draft): `bibliography:` in the header of
 * Markdown and Quarto, `\addbibresource` and `\bibliography` in LaTeX, `#bibliography(…)` in Typst. Empty when it names none.
 */
export function bibliographiesOf(text: string, languageId: string): string[] {
  switch (languageId) {
    case 'markdown': case 'quarto': return inHeader(text);
    case 'latex': case 'tex': return captured(text, /\\(?:addbibresource|bibliography)\s?(?:\[[^\]\n]{0,200}\])?\{([^{}\n]{1,500})\}/g);
    case 'typst': return captured(text, /#bibliography\(\s?"([^"\n]{1,500})"/g);
    default: return [];
  }
}

function inHeader(text: string): string[] {
  const end = frontMatterEnd(text);
  if (end === 0 || end > LONGEST || !text.startsWith('---')) return [];
  let header: unknown;
  try {
    // The last line is the fence, which YAML would take for the start of another document.
    header = parse(text.slice(text.indexOf('\n') + 1, end).replace(/(?:---|\.\.\.)\s*$/, ''), { maxAliasCount: 0 });
  } catch {
    return []; // a header that is being typed
  }
  const stated = typeof header === 'object' && header !== null && 'bibliography' in header ? header.bibliography : undefined;
  return (Array.isArray(stated) ? stated : [stated]).filter((file): file is string => typeof file === 'string' && file !== '');
}

function captured(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1]!.split(',')).map((file) => file.trim()).filter((file) => file !== '');
}
