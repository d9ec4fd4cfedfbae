import type { Metadata } from '../../../src/article/article';
import type { CitedArticle } from '../../../src/features/citations/citedArticle';

/** An article of which this is stated. */
export function articleOf(stated: Partial<Record<keyof Metadata, string>> = {}, opening = 'The harbour of Luz was closed on Monday after a storm had broken its gate.', path = '../harbour.txt'): CitedArticle {
  const metadata = Object.fromEntries(Object.entries(stated).map(([field, value]) => [field, { value, basis: 'text' as const }]));
  return { path, metadata, opening };
}

export const known = articleOf({ title: 'Storm closes the harbour', outlet: 'Example Valley Herald', byline: 'By Ana van Luz and J. Roe', published: '2024-03-05', url: 'https://herald.example/storm' });
