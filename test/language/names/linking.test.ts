import assert from 'node:assert/strict';
import { checkLinks, namesIn } from './support';

describe('linking names', () => {
  it('links a family name to the full name, also where it comes first', () => {
    checkLinks('Amara Nwosu resigned. Nwosu had led the party since 2011.', [['Amara Nwosu', 'Nwosu']]);
    checkLinks('Zhang Wei spoke first. Zhang then left.', [['Zhang Wei', 'Zhang']]);
  });
  it('keeps two persons apart who share a family name', () => {
    const text = 'Wang Yi met reporters. Wang said little. Wang Di arrived later. Wang spoke for an hour.';
    const { names, mentions } = namesIn(text);
    assert.deepEqual(names.map(({ canonical }) => canonical), ['Wang Yi', 'Wang Di']);
    assert.deepEqual(mentions.map(({ name, certain }) => [name, certain]), [[0, true], [0, false], [1, true], [1, false]]);
  });
  it('links an acronym to its expansion, before and after it', () => {
    checkLinks('The Harbour Workers Union (HWU) called a strike. The HWU has 900 members.', [['Harbour Workers Union', 'HWU']]);
    checkLinks('The SCO will meet in July. The Shanghai Cooperation Organisation has ten members.', [['Shanghai Cooperation Organisation', 'SCO']]);
  });
  it('links forms with and without diacritics, possessives and middle names', () => {
    checkLinks('Néstor Gómez won. Gomez thanked voters. Gómez’s rival left.', [['Néstor Gómez', 'Gomez', 'Gómez']]);
    checkLinks('Mary T. Okafor spoke. Later Mary Okafor left.', [['Mary T. Okafor', 'Mary Okafor']]);
  });
  it('links double family names and names with particles', () => {
    checkLinks('Karim bin Salama fled. Bin Salama was seen in Aden.', [['Karim bin Salama', 'Bin Salama'], ['Aden']]);
  });
  it('does not take a king for one whose family name is the same', () => {
    checkLinks('Karim bin Salama spoke. King Salama did not.', [['Karim bin Salama'], ['Salama']]);
  });
  it('links the names of one country', () => {
    checkLinks('The United States objected. The U.S. will not sign, and America will wait.', [['United States', 'U.S.', 'America']]);
  });
  it('does not link names that only look alike', () => {
    checkLinks('South Korea and North Korea talked. South Africa listened.', [['South Korea'], ['North Korea'], ['South Africa']]);
  });
  it('collects roles before and after the name, verbatim', () => {
    const text = 'Foreign ministry spokesman Liu Peng denied it. Reza Moradi, director general for the region at the energy ministry, agreed. Moradi left.';
    assert.deepEqual(namesIn(text).names.filter(({ kind }) => kind === 'person').map(({ canonical, roles }) => [canonical, roles.map((r) => r.text)]), [
      ['Liu Peng', ['Foreign ministry spokesman']],
      ['Reza Moradi', ['director general for the region at the energy ministry']],
    ]);
    for (const role of namesIn(text).names.flatMap(({ roles }) => roles)) assert.equal(text.slice(role.start, role.end), role.text);
  });
  it('begins a role with the organisation it is held in', () => {
    assert.deepEqual(namesIn('They heard Harbour Party chairwoman Amara Nwosu.').names.find(({ kind }) => kind === 'person')?.roles.map((r) => r.text), ['Harbour Party chairwoman']);
  });
  it('keeps a party of a province apart from the party', () => {
    checkLinks('The Democratic Party met. The Texas Democratic Party did not.', [['Democratic Party'], ['Texas Democratic Party']]);
    checkLinks('The U.S. State Department spoke. The State Department spoke again.', [['U.S. State Department', 'State Department']]);
  });
  it('takes a clause for no role', () => {
    assert.deepEqual(namesIn('Amara Nwosu, who won, thanked voters.').names[0]?.roles, []);
    assert.deepEqual(namesIn('Amara Nwosu, 57, is prime minister.').names[0]?.roles, []);
    assert.deepEqual(namesIn('Amara Nwosu, he said, would resign.').names[0]?.roles, []);
  });
  it('says where a seat of government stands for the government', () => {
    const metonyms = (text: string): string[] => namesIn(text).mentions.filter(({ metonym }) => metonym).map(({ text: t }) => t);
    assert.deepEqual(metonyms('Beijing said it would wait. The envoy asked Tehran to answer. Moscow’s reply came late.'), ['Beijing', 'Tehran', 'Moscow']);
    assert.deepEqual(metonyms('He lives in Beijing. A bus from Tehran arrived. They met near Moscow.'), []);
  });
});
