import type { ArticleSpec } from './corpusBuilder';

const wangYi = { kind: 'person', aliases: ['Wang'], roles: ['foreign minister'] } as const;
const wangDi = { kind: 'person', aliases: ['Wang'], roles: ['economist'] } as const;

/** Five invented articles, by path: two persons of one surname, an acronym, one event in two articles, an undated one. */
export const newsroom: Readonly<Record<string, ArticleSpec>> = {
  '/corpus/minister.txt': {
    published: '2024-04-12', outlet: 'Harbour Post', title: 'A visit',
    text:
      'The foreign minister Wang Yi flew to Tehran on Friday. “We want calm seas and open ports,” Wang said. ' +
      'The Harbour Post saw him leave. Rebels shelled the port of Aden on 10 April 2024. BUY ONE GET ONE. Wang left.',
    names: { 'Wang Yi': wangYi, Tehran: { kind: 'place' }, 'Harbour Post': { kind: 'organisation' }, Aden: { kind: 'place' }, Rebels: { kind: 'organisation' } },
    quotations: [{ text: 'We want calm seas and open ports,', speaker: 'Wang', of: 'Wang Yi', cue: 'said' }],
    events: [
      { text: 'The foreign minister Wang Yi flew to Tehran', trigger: 'flew', who: ['Wang Yi'], where: 'Tehran', date: '2024-04-12', title: 'Wang Yi flies to Tehran', lemma: 'fly' },
      { text: 'Rebels shelled the port of Aden', trigger: 'shelled', who: ['Rebels'], where: 'Aden', date: '2024-04-10', type: 'assault', title: 'Rebels shell Aden', lemma: 'shell' },
    ],
    noise: ['BUY ONE GET ONE.'],
  },
  '/corpus/economist.md': {
    published: '2024-03', outlet: 'South Bay Daily Mail',
    text:
      'Wang Di, an economist, doubts the plan.\r\n“Ports need trade before they need calm,” Wang Di said.\r\n' +
      'The South Bay Daily Mail (SBDM) asked her twice.\rWang laughed. “Calm?” she asked.',
    names: { 'Wang Di': wangDi, 'South Bay Daily Mail': { kind: 'organisation', aliases: ['SBDM'] } },
    quotations: [
      { text: 'Ports need trade before they need calm,', speaker: 'Wang Di', cue: 'said' },
      { text: 'Calm?', speaker: 'she', of: 'Wang Di', cue: 'asked' },
    ],
  },
  '/corpus/aden.txt': {
    published: '2024-04-11', outlet: 'South Bay Daily Mail',
    text: 'Rebels shelled Aden harbour on 10 April 2024, officials said. The U.S. State Department condemned it. Café owners in Aden fled.',
    names: { Rebels: { kind: 'organisation' }, Aden: { kind: 'place', aliases: ['Aden harbour'] }, 'U.S. State Department': { kind: 'organisation' } },
    quotations: [{ text: 'officials said', form: 'indirect' }],
    events: [{ text: 'Rebels shelled Aden harbour on 10 April 2024', trigger: 'shelled', who: ['Rebels'], where: 'Aden', date: '2024-04-10', type: 'assault', title: 'Rebels shell Aden', lemma: 'shell' }],
  },
  '/corpus/undated.txt': {
    text: 'José O’Brien resigned. “We want calm seas and open ports,” the Harbour Post quoted the minister as saying.',
    names: { 'José O’Brien': { kind: 'person', roles: [] }, 'Harbour Post': { kind: 'organisation' } },
    quotations: [{ text: 'We want calm seas and open ports,', speaker: 'the minister', cue: 'saying' }],
    events: [{ text: 'José O’Brien resigned', trigger: 'resigned', who: ['José O’Brien'], title: 'José O’Brien resigns', lemma: 'resign', type: 'retreat' }],
  },
  '/corpus/old.txt': {
    published: '1999',
    text: 'Wang Yi studied in Tehran in 1998. “I learned patience,” he recalled.',
    names: { 'Wang Yi': { kind: 'person' }, Tehran: { kind: 'place' } },
    quotations: [{ text: 'I learned patience,', speaker: 'he', of: 'Wang Yi', cue: 'recalled' }],
    events: [{ text: 'Wang Yi studied in Tehran in 1998', trigger: 'studied', who: ['Wang Yi'], where: 'Tehran', date: '1998', title: 'Wang Yi studies in Tehran', lemma: 'study' }],
  },
};
