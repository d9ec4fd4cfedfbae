import type { ArticleSpec } from '../support/corpusBuilder';

/** Two reports of our own making, with two people called Marin. */
export const harbour: Readonly<Record<string, ArticleSpec>> = {
  '/corpus/strike.txt': {
    text: 'Port minister Ana Marin met dock workers in Lorvik on Monday. “We will not close the harbour while talks go on,” Marin said. The union called the offer “a good start”.',
    outlet: 'The Lorvik Courier',
    published: '2024-03-05',
    names: { 'Ana Marin': { kind: 'person', aliases: ['Marin'], roles: ['Port minister'] }, Lorvik: { kind: 'place' } },
    quotations: [
      { text: 'We will not close the harbour while talks go on,', speaker: 'Marin', of: 'Ana Marin', cue: 'said' },
      { text: 'a good start', speaker: 'The union', cue: 'called' },
    ],
    events: [{ text: 'Port minister Ana Marin met dock workers in Lorvik on Monday', trigger: 'met', title: 'Ana Marin meets dock workers', lemma: 'meet', who: ['Ana Marin'], where: 'Lorvik', date: '2024-03-04', type: 'consult' }],
  },
  '/corpus/chess.txt': {
    text: 'Luka Marin won the chess title in Port Hale. “I was lost after ten moves,” Luka Marin admitted. The final was held in October.',
    names: { 'Luka Marin': { kind: 'person', aliases: ['Marin'] }, 'Port Hale': { kind: 'place' } },
    quotations: [{ text: 'I was lost after ten moves,', speaker: 'Luka Marin', of: 'Luka Marin', cue: 'admitted' }],
    events: [{ text: 'The final was held in October', trigger: 'held', title: 'Final is held', lemma: 'hold', who: ['The final'], date: 'XXXX-10' }],
  },
};
