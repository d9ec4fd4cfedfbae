import { check } from './support';

describe('the speaker of a quotation', () => {
  it('stands before the verb', () => {
    check('“It rains,” Ada Moss said.', [['It rains,', 'Ada Moss', 'said']]);
    check('Ada Moss said, “It rains.”', [['It rains.', 'Ada Moss', 'said']]);
    check('On Friday, Mr. Moss told Reuters: “It rains.”', [['It rains.', 'Mr. Moss', 'told']]);
    check('The committee chairmen argued that it was “a waste of public money”.', [['a waste of public money', 'The committee chairmen', 'argued']]);
  });
  it('stands after the verb, with what explains it', () => {
    check('“It rains,” said Ada Moss, a farmer from Leeds, on Monday.', [['It rains,', 'Ada Moss, a farmer from Leeds', 'said']]);
    check('“It rains too much” for the harvest, said Ada Moss.', [['It rains too much', 'Ada Moss', 'said']]);
    check('“Why does it rain?” asked the minister.', [['Why does it rain?', 'the minister', 'asked']]);
  });
  it('is parted from the verb by an appositive or a clause', () => {
    check('Ada Moss, a farmer from Leeds, said: “It rains.”', [['It rains.', 'Ada Moss, a farmer from Leeds', 'said']]);
    check('“It rains,” Ada Moss, who runs a farm, told the paper.', [['It rains,', 'Ada Moss, who runs a farm', 'told']]);
    check('“It rains,” Ada Moss, 30, of Leeds, who runs a farm, told the paper.', [['It rains,', 'Ada Moss, 30', 'told']]);
    check('Ada Moss, who said “it never stops raining here”, left early.', [['it never stops raining here', 'who', 'said']]);
  });
  it('may be a question’s', () => check('“Why?” Ada Moss asked. “It rained.”', [['Why?', 'Ada Moss', 'asked'], ['It rained.', 'Ada Moss', null]]));
  it('is named by a source phrase', () => {
    check('According to Ada Moss, it was “a long and very wet year”.', [['a long and very wet year', 'Ada Moss', 'According to']]);
    check('It was “a long and very wet year”, according to the ministry.', [['a long and very wet year', 'the ministry', 'according to']]);
  });
  it('is a label or a signature', () => {
    check('Ada Moss: “It rains.”', [['It rains.', 'Ada Moss']]);
    check('“It rained for all of the long summer.” — Ada Moss', [['It rained for all of the long summer.', 'Ada Moss']]);
  });
  it('is shared by a participle and by a second verb', () => {
    check('Ada Moss left the hall, saying “it rains too much”.', [['it rains too much', 'Ada Moss', 'saying']]);
    check('Ada Moss opened the door and shouted, “Come in!”', [['Come in!', 'Ada Moss', 'shouted']]);
    check('“It rains,” Ada Moss said, adding, “It always does.”', [['It rains,', 'Ada Moss', 'said'], ['It always does.', 'Ada Moss', 'adding']]);
  });
  it('owns a noun of saying', () => check('The court rejected Moss’s claim that “the river moved the fence”.', [['the river moved the fence', 'Moss', 'claim']]));
  it('owns the words themselves', () => check('The council dropped Moss’s “if you can pay, you may stay” rule.', [['if you can pay, you may stay', 'Moss']]));
  it('may be a document, a body, or nobody named', () => {
    check('“The river will rise,” the report said.', [['The river will rise,', 'the report', 'said']]);
    check('“The river will rise,” read the statement.', [['The river will rise,', 'the statement', 'read']]);
    check('“The river will rise,” one user wrote.', [['The river will rise,', 'one user', 'wrote']]);
    check('The State Department called the vote “a farce”.', [['a farce', 'The State Department', 'called']]);
  });
  it('calls somebody something', () => {
    check('Ada Moss accused the council of “sleeping at the wheel”.', [['sleeping at the wheel', 'Ada Moss', 'accused']]);
    check('Others called the visitors “brothers,” and wept.', [['brothers,', 'Others', 'called']]);
  });
  it('is the subject of the main clause where a pronoun repeats it', () =>
    check('Ada Moss denounced what she called “a war on farmers”.', [['a war on farmers', 'Ada Moss', 'called']]));
  it('reports the words before it, not the clause before that', () =>
    check('When Joe Reed said he would leave, he “spoke for the whole of the town,” said Ada Moss.', [['spoke for the whole of the town,', 'Ada Moss', 'said']]));
  it('stays the one who speaks in a subordinate clause when the main clause has words of its own', () =>
    check('After Joe Reed called the plan “a bad joke,” Ada Moss said: “He should read it.”', [['a bad joke,', 'Joe Reed', 'called'], ['He should read it.', 'Ada Moss', 'said']]));
});

describe('what is no reporting verb', () => {
  it('is a noun: reports, emails, remarks', () => {
    check('The newspaper reports angered Ada Moss, who said “they are all made up”.', [['they are all made up', 'who', 'said']]);
    check('His recent remarks on Friday drew a crowd, and Ada Moss said “they were needed”.', [['they were needed', 'Ada Moss', 'said']]);
  });
  it('is a passive: what is called something does not speak', () => check('A song called “Summer Rain” played.', []));
});
