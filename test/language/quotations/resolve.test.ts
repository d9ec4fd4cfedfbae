import assert from 'node:assert/strict';
import type { NamesFound } from '../../../src/language/names';
import { direct, find, names } from './support';

type Groups = Parameters<typeof names>[1];

/** Checks whom the speakers of the direct quotations are resolved to. */
function checkNames(text: string, groups: Groups, expected: readonly (readonly [mention: string, canonical: string])[], roles: Readonly<Record<string, string>> = {}): void {
  const found: NamesFound = names(text, groups, roles);
  const speakers = direct(text, found).map((q) => q.speaker);
  assert.deepEqual(speakers.map((s) => [s?.text, s?.canonical]), expected.map((row) => [...row]));
  for (const s of speakers) assert.equal(s!.canonical, s!.name === null ? s!.text : found.names[s!.name]!.canonical);
}

describe('the name of a speaker', () => {
  it('lies in the mention, with its title', () =>
    checkNames('“It rains,” said foreign ministry spokesman Li Wen. “A lot,” Li added.', [['person', 'Li Wen', 'Li'], ['organisation', 'foreign ministry']], [['foreign ministry spokesman Li Wen', 'Li Wen'], ['Li', 'Li Wen']]));
  it('follows a role after a comma', () =>
    checkNames('The agency’s director, Ada Moss, said: “It rains.”', [['organisation', 'Rain Agency'], ['person', 'Ada Moss']], [['The agency’s director, Ada Moss', 'Ada Moss']]));
  it('is none when another is only spoken for', () =>
    checkNames('“It rains,” said a spokesman for Acme.', [['organisation', 'Acme']], [['a spokesman for Acme', 'a spokesman for Acme']]));
  it('closes a title with a preposition', () =>
    checkNames('“It rains,” said Governor of Leeds Ada Moss.', [['person', 'Ada Moss'], ['place', 'Leeds']], [['Governor of Leeds Ada Moss', 'Ada Moss']]));
  it('is none where it only qualifies', () => checkNames('“It rains,” Moss supporters chanted.', [['person', 'Moss']], [['Moss supporters', 'Moss supporters']]));
  it('is none of two who speak together', () =>
    checkNames('“It rains,” said Ada Moss and Joe Reed.', [['person', 'Ada Moss'], ['person', 'Joe Reed']], [['Ada Moss and Joe Reed', 'Ada Moss and Joe Reed']]));
  it('is an organisation or a place that stands for one', () => {
    checkNames('“It rains,” the State Department said.', [['organisation', 'State Department']], [['the State Department', 'State Department']]);
    checkNames('“It rains,” the Bank of Leeds said.', [['organisation', 'Bank of Leeds']], [['the Bank of Leeds', 'Bank of Leeds']]);
    checkNames('Tehran said it hoped to “talk again soon”.', [['place', 'Tehran']], [['Tehran', 'Tehran']]);
  });
  it('stands before who', () =>
    checkNames('Ada Moss, who said “it never stops”, left.', [['person', 'Ada Moss']], [['who', 'Ada Moss']]));
});

describe('a pronoun', () => {
  const two: Groups = [['person', 'Ada Moss', 'Moss'], ['person', 'Joe Reed', 'Reed']];
  it('is the last one who fits', () => {
    checkNames('“It rains,” said Ada Moss. “It always does,” she added.', two, [['Ada Moss', 'Ada Moss'], ['she', 'Ada Moss']]);
    checkNames('Ada Moss met Joe Reed. “It rains,” she said. “It does,” he said.', [['person', 'Anna Moss', 'Ada Moss'], ['person', 'Joe Reed']], [['she', 'Anna Moss'], ['he', 'Joe Reed']]);
  });
  it('fits by title and by role', () => {
    checkNames('Mr. Moss met Ms. Reed. “It rains,” she said. “It does,” he said.', [['person', 'Moss'], ['person', 'Reed']], [['she', 'Reed'], ['he', 'Moss']]);
    checkNames('Moss, a spokeswoman, met Reed. “It rains,” she said.', [['person', 'Moss'], ['person', 'Reed']], [['she', 'Moss']], { Moss: 'a spokeswoman' });
  });
  it('stands for nobody when nobody was named', () => checkNames('“It rains,” she said.', two, [['she', 'she']]));
});

describe('a common noun', () => {
  it('is the last organisation of that kind', () =>
    checkNames('The Ministry of Rain and the Bank of Leeds met. “It rains,” the bank said.', [['organisation', 'Ministry of Rain'], ['organisation', 'Leeds Bank', 'Bank of Leeds']], [['the bank', 'Leeds Bank']]));
  it('is the last person with that role', () =>
    checkNames('Ada Moss, a senator, met Joe Reed. “It rains,” the senator said.', [['person', 'Ada Moss'], ['person', 'Joe Reed']], [['the senator', 'Ada Moss']], { 'Ada Moss': 'a senator' }));
  it('is nobody known otherwise', () => {
    checkNames('Ada Moss met the crowd. “It rains,” the farmer said.', [['person', 'Ada Moss']], [['the farmer', 'the farmer']]);
    assert.equal(find('“It rains,” one user wrote.')[0]?.speaker?.name, null);
  });
});
