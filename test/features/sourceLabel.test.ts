import assert from 'node:assert/strict';
import { nameSource } from '../../src/features/sourceLabel';
import { corpusOf } from '../support/memoryCorpus';

describe('nameSource', () => {
  it('names an article by outlet, else headline, else first words in brackets, else file', async () => {
    const store = await corpusOf({
      '/corpus/a.txt': { text: 'The harbour was closed on Monday after the storm that came from the north.', outlet: 'Harbour Post', title: 'Closed' },
      '/corpus/b.txt': { text: 'The harbour was closed on Monday after the storm that came from the north.', title: 'Closed\nagain' },
      '/corpus/c.txt': { text: 'STORM\n\nThe harbour was closed on Monday after the storm that came from the north.' },
      '/corpus/d.txt': { text: '***' },
    });
    const named = [];
    for (const path of ['a', 'b', 'c', 'd']) named.push(nameSource((await store.articlesAt(`/corpus/${path}.txt`))[0]!));
    const opening = '[The harbour was closed on Monday after the storm that …]';
    assert.deepEqual(named.map(({ label, headline, title }) => [label, headline, title]), [['Harbour Post', 'Closed', 'Closed'], ['Closed again', 'Closed again', 'Closed again'], [opening, opening, null], ['d.txt', '', null]]);
    await store.close();
  });
});
