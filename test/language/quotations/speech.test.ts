import { check } from './support';

describe('words between marks that nobody says', () => {
  it('are kept at arm’s length: scare quotes', () => {
    check('The shop sells “fresh” fruit and “organic” eggs.', []);
    check('The statement was “liked” by thousands.', []);
    check('She paid for the so-called “premium” plan.', []);
  });
  it('are titles', () => {
    check('Joe Reed starred in “The Long Summer” and “Rain”.', []);
    check('Ada Moss spoke on “Meet the Nation” on Sunday.', []);
    check('Her first novel, “A House in the North,” won a prize.', []);
  });
  it('are nicknames', () => check('Joseph “Joe” Reed said “it never rains here in May”.', [['it never rains here in May', 'Joseph “Joe” Reed', 'said']]));
  it('are terms and names', () => {
    check('The word “harbour” is older than the town.', []);
    check('The bill, known as the “Clean Rivers Act”, passed.', []);
  });
});

describe('short words that somebody says', () => {
  it('stand with a reporting verb', () => {
    check('Ada Moss called the plan “reckless”.', [['reckless', 'Ada Moss', 'called']]);
    check('Ada Moss said she was “very proud” of the town.', [['very proud', 'Ada Moss', 'said']]);
    check('It was a plan that Ada Moss called “a mess,” and rightly.', [['a mess,', 'Ada Moss', 'called']]);
    check('The crowd shouted “Rain Rain Rain!” all night.', [['Rain Rain Rain!', 'The crowd', 'shouted']]);
    check('“Yes,” said Ada Moss.', [['Yes,', 'Ada Moss', 'said']]);
  });
});

describe('a name that says', () => {
  it('is no quotation without marks', () => {
    check('Washington said the talks would go on.', []);
    check('The plan, London said, was dead.', []);
  });
});
