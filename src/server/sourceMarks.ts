import { hash48 } from '../corpus/fold';
import { citationsOf } from '../draft/citations';
import type { CheckedDraft } from './checking';

/** Knows whether a draft may use other sources than when it was last checked: typing between quotes and citations changes nothing. */
export class SourceMarks {
  private readonly known = new Map<string, number>();

  /** Takes note of a checked draft; true when it quotes or cites otherwise than before. */
  differ({ document, draft, report }: CheckedDraft): boolean {
    const cited = citationsOf(draft).map(({ start, end }) => draft.text.slice(start, end));
    const mark = hash48(JSON.stringify([report.quotes.map(({ matches }) => matches[0]?.article.id ?? 0), cited]));
    const before = this.known.get(document.uri);
    this.known.set(document.uri, mark);
    return before !== mark;
  }
}
