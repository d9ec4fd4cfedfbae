import assert from 'node:assert/strict';
import { eventsIn, titlesIn, type GivenNames } from './support';

const names: GivenNames = { place: 'Norland, Sudria, Westmark, Port Ellen', person: 'Ann Lee, Bob Ray', organisation: 'Harbour Front' };
const shows = (text: string, ...titles: string[]): void => assert.deepEqual(titlesIn(text, names, '2023-11-13'), titles, text);

describe('what the sidebar shows', () => {
  it('tells an attack', () => shows('Harbour Front attacked Sudria on 7 October 2023.', 'Harbour Front attacks Sudria'));
  it('tells the passive as the active', () => shows('Ann Lee was arrested by Norland on Friday.', 'Norland arrests Ann Lee'));
  it('tells a noun as a verb', () => shows('People still talk of Harbour Front’s sudden assault on Sudria on 7 October 2023.', 'Harbour Front attacks Sudria'));
  it('tells a visit', () => shows('Ann Lee visited Norland over the weekend.', 'Ann Lee visits Norland'));
  it('tells what lies ahead as such', () => shows('Ann Lee will meet Bob Ray in Port Ellen on Wednesday.', 'Ann Lee to meet Bob Ray in Port Ellen'));
  it('tells a meeting ahead at its noun', () => shows('It comes ahead of a summit between Ann Lee and Bob Ray on Wednesday in Port Ellen.', 'Ann Lee and Bob Ray to meet in Port Ellen'));
  it('tells the verb and the noun it carries once', () => shows('Norland launched airstrikes on Sudria on Monday.', 'Norland launches airstrikes on Sudria'));
  it('adds what stands before a relative pronoun', () => shows('It signed the treaty with Sudria, from which Norland withdrew in May 2023.', 'Norland withdraws from the treaty with Sudria'));
  it('tells an announcement with what is announced', () => shows('Norland announced on Sunday that it would close the port.', 'Norland announces that it would close the port'));
  it('tells more than and less than so many', () => {
    shows('Norland arrested more than 40 people on Friday.', 'Norland arrests more than 40 people');
    shows('Fewer than 20 protesters marched in Port Ellen on Sunday.', 'Fewer than 20 protesters march in Port Ellen');
  });
  it('names those who are counted with how exactly they are', () => {
    const whom = (text: string): (string | undefined)[] => eventsIn(text, names, '2023-11-13').map((event) => event.whom[0]?.canonical);
    assert.deepEqual(whom('At least 12 people were killed in Norland on Monday.'), ['At least 12 people']);
    assert.deepEqual(whom('More than 3,000 people were killed in Norland on Monday.'), ['More than 3,000 people']);
    assert.deepEqual(whom('12 people were killed in Norland on Monday.'), ['12 people']);
  });
});

describe('what the sidebar does not show', () => {
  it('no saying', () => shows('Ann Lee said on Friday that talks were useful.'));
  it('no thought or wish', () => shows('Ann Lee hoped on Friday to see Sudria.'));
  it('no condition', () => shows('If Norland attacks Sudria, prices rise.'));
  it('no aim', () => shows('The law is meant to deter Norland from attacking Sudria.'));
  it('nothing out of a quotation', () => shows('“Norland attacked Sudria,” said a man.'));
  it('no formula', () => shows('Norland did not immediately respond to a request for comment.'));
  it('nobody named', () => shows('A man attacked a dog.'));
  it('no heart attack', () => shows('Ann Lee survived a heart attack on Monday.'));
  it('no habit', () => shows('Critics of Ann Lee attack Norland every year.'));
});
