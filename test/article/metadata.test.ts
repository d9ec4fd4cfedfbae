import assert from 'node:assert/strict';
import type { Metadata } from '../../src/article/article';
import { findMetadata, webAddress } from '../../src/article/metadata';
import { dateAtStart, statedDate } from '../../src/article/statedDate';

const body = 'The council of Lisdun voted on Monday to close the harbour for a week, after divers found cracks in the northern wall of it.\n';

/** Metadata as plain values, and the text of the lines that are no prose. */
function found(text: string): { values: Partial<Record<keyof Metadata, string>>; noise: string[] } {
  const { metadata, noise } = findMetadata(text);
  const values: Partial<Record<keyof Metadata, string>> = {};
  for (const [key, stated] of Object.entries(metadata) as [keyof Metadata, { value: string }][]) values[key] = stated.value;
  return { values, noise: noise.map(({ start, end }) => text.slice(start, end)) };
}

function check(head: string, values: Partial<Record<keyof Metadata, string>>, noise?: string[]): void {
  const result = found(`${head}${body}`);
  assert.deepEqual(result.values, values, head);
  if (noise) assert.deepEqual(result.noise, noise, head);
}

describe('metadata in the text', () => {
  it('reads a date stamp with the author and the outlet below', () => {
    check(' date 2021-03-09 Mara Lindqvist\n\nNorth Coast News Service\n\n', { published: '2021-03-09', byline: 'Mara Lindqvist', outlet: 'North Coast News Service' },
      ['date 2021-03-09 Mara Lindqvist', 'North Coast News Service']);
    check('9 March 2021\n', { published: '2021-03-09' });
    check('Tuesday, March 9, 2021 10:32 GMT\n', { published: '2021-03-09' });
  });
  it('reads bylines', () => {
    check('By Mara Lindqvist\n\n', { byline: 'Mara Lindqvist' }, ['By Mara Lindqvist']);
    check('By MARA LINDQVIST, Associated Press\n\n', { byline: 'MARA LINDQVIST', outlet: 'Associated Press' });
    check('by Mara Lindqvist and Juan de la Vega\n', { byline: 'Mara Lindqvist and Juan de la Vega' });
    check('By Mara Lindqvist in Tamoor\n', { byline: 'Mara Lindqvist' });
    check('By Mara Lindqvist, political editor\n', { byline: 'Mara Lindqvist' });
    check('By Mara Lindqvist | 9 March 2021 | The Lisdun Herald\n', { byline: 'Mara Lindqvist', published: '2021-03-09', outlet: 'The Lisdun Herald' });
    check('By Mara Lindqvist | 9 March 2021 | The Lisdun Times-Picayune\n', { byline: 'Mara Lindqvist', published: '2021-03-09', outlet: 'The Lisdun Times-Picayune' });
  });
  it('keeps authors and date where a further piece of their line says nothing', () => {
    for (const piece of ['Northwire', 'World', 'Middle East']) {
      check(`By Mara Lindqvist | 9 March 2021 | ${piece}\n`, { byline: 'Mara Lindqvist', published: '2021-03-09' }, [`By Mara Lindqvist | 9 March 2021 | ${piece}`]);
    }
    assert.equal(found(`By Mara Lindqvist | 9 March 2021 | they asked for a loan\n${body}`).values.published, undefined);
  });
  it('reads labelled lines', () => {
    check('Published: 12 April 2024\n', { published: '2024-04-12' });
    check('Source: Lisdun Herald\nURL: https://example.org/a?b=1\n', { outlet: 'Lisdun Herald', url: 'https://example.org/a?b=1' });
    check('Last updated: 12 April 2024\n', {}, ['Last updated: 12 April 2024']);
  });
  it('reads datelines of agencies', () => {
    check('TAMOOR (Reuters) - ', { outlet: 'Reuters' }, ['TAMOOR (Reuters) - ']);
    check('TAMOOR, Lisdun (AP) _\n', { outlet: 'AP' }, ['TAMOOR, Lisdun (AP) _']);
    check('TAMOOR, Jan. 8 (Xinhua) -- ', { outlet: 'Xinhua' }, ['TAMOOR, Jan. 8 (Xinhua) -- ']);
    check('TAMOOR, Lisdun, April 12, 2024 (AP) — ', { outlet: 'AP', published: '2024-04-12' });
  });
  it('takes a first line that is a headline for the title, and leaves it in the prose', () => {
    check('Cracks close the harbour of Lisdun\n\n', { title: 'Cracks close the harbour of Lisdun' }, []);
    check('Cracks close the harbour of Lisdun\nBy Mara Lindqvist\n', { title: 'Cracks close the harbour of Lisdun', byline: 'Mara Lindqvist' }, ['By Mara Lindqvist']);
  });
  it('says nothing where nothing is stated', () => {
    check('', {}, []);
    check('By the end of the week, the wall had fallen.\n', {}, []);
    check('By Monday evening all ships had left.\n', {}, []);
    check('2024 was a hard year for Lisdun.\n', {}, []);
    check('2024\n', {}, []);
    check('Source: the harbour master had asked for a loan.\n', {}, []);
    check('The mayor of Lisdun resigned.\n\n', {}, []);
    check('“We are leaving,” said the harbour master\n\n', {}, []);
    check('Lisdun Port Authority\n\n', {}, []);
    check('April was cold in 2024, the mayor said (Reuters did not) - and wet.\n', {}, []);
    check('NATO (OTAN) was founded in 1949.\n', {}, []);
    // A lead without its full stop is no headline.
    check('The mayor of Lisdun said on Monday that the harbour would have to be closed for at least a week because its northern wall had cracked in the storm\n\n', {}, []);
  });
  it('never takes lines far down', () => {
    const { values } = found(`${body}${body}By Mara Lindqvist\n`);
    assert.deepEqual(values, {});
  });
});

describe('stated dates', () => {
  const check = (text: string, value: string | undefined): void => {
    const date = statedDate(text);
    assert.equal('value' in date ? date.value : undefined, value, text);
  };
  it('keep their precision', () => {
    for (const text of ['2024-04-12', '2024-04-12T09:30:00Z', '2024-04-12 09:30:00 +0200', '20240412', '12 April 2024', '12th Apr 2024', 'April 12, 2024', 'Fri, 12 Apr 2024', 'Apr. 12, 2024 at 9:30 a.m. EDT']) check(text, '2024-04-12');
    check('13/04/2024', '2024-04-13');
    check('04/13/2024', '2024-04-13');
    check('April 2024', '2024-04');
    check('2024-04', '2024-04');
    check('2024', '2024');
  });
  it('are none where they are ambiguous or false', () => {
    for (const text of ['03/04/2024', '2024-13-01', '2023-02-29', '31 June 2024', 'April 12', 'yesterday', '', '12 Foo 2024', '2024-04-12 and later']) check(text, undefined);
    assert.equal(dateAtStart('03/04/2024')?.value, undefined);
  });
});

describe('web addresses', () => {
  it('are http or https and nothing else', () => {
    assert.equal(webAddress(' https://example.org/x '), 'https://example.org/x');
    for (const address of ['javascript:alert(1)', 'file:///etc/passwd', 'command:x', 'example.org', 'https://a b', 'http://', '']) assert.equal(webAddress(address), undefined, address);
  });
});
