import { check } from './support';

describe('quotation marks', () => {
  it('reads curly marks', () => check('“The bridge will open in May,” said Ada Moss.', [['The bridge will open in May,', 'Ada Moss', 'said']]));
  it('reads straight marks', () => check('"The bridge will open in May," said Ada Moss.', [['The bridge will open in May,', 'Ada Moss', 'said']]));
  it('reads angle marks', () => check('« The bridge will open in May », said Ada Moss.', [['The bridge will open in May', 'Ada Moss', 'said']]));
  it('reads reversed angle marks', () => check('»The bridge will open in May,« said Ada Moss.', [['The bridge will open in May,', 'Ada Moss', 'said']]));
  it('reads low and high marks', () => check('„The bridge will open in May,“ said Ada Moss. „We are glad.“', [['The bridge will open in May,', 'Ada Moss', 'said'], ['We are glad.', 'Ada Moss', null]]));
  it('reads doubled single marks and backticks', () => {
    check("''The bridge will open in May,'' said Ada Moss.", [['The bridge will open in May,', 'Ada Moss', 'said']]);
    check("``The bridge will open in May,'' said Ada Moss.", [['The bridge will open in May,', 'Ada Moss', 'said']]);
  });
  it('reads mixed marks', () => check('“The bridge will open in May," said Ada Moss.', [['The bridge will open in May,', 'Ada Moss', 'said']]));
  it('reads marks turned the wrong way at a paragraph’s start', () => check('”The bridge will open in May,” said Ada Moss.', [['The bridge will open in May,', 'Ada Moss', 'said']]));
  it('leaves a quotation inside a quotation to the outer one', () => {
    check('“He told me, ‘Never again,’ and left,” said Ada Moss.', [['He told me, ‘Never again,’ and left,', 'Ada Moss', 'said']]);
    check('“He told me, “Never again,” and left,” said Ada Moss.', [['He told me, “Never again,” and left,', 'Ada Moss', 'said']]);
    check('"He told me, \'Never again,\' and left," said Ada Moss.', [["He told me, 'Never again,' and left,", 'Ada Moss', 'said']]);
  });
  it('ends a quotation whose closing mark was forgotten before its attribution', () =>
    check('The harbour could “change the whole coast, in time, Ada Moss, a planner, told reporters. Work began in June.', [['change the whole coast,', 'Ada Moss, a planner', 'told']]));
  it('lets a quotation without a closing mark run to the end of its paragraph', () =>
    check('Ada Moss said: “We waited for years. Nobody came.\n\nThe bridge is shut.', [['We waited for years. Nobody came.', 'Ada Moss', 'said']]));
});

describe('single quotation marks, as in British papers', () => {
  it('reads curly ones', () => check('‘The bridge will open in May,’ said Ada Moss.', [['The bridge will open in May,', 'Ada Moss', 'said']]));
  it('reads straight ones', () => check("'The bridge will open in May,' said Ada Moss.", [['The bridge will open in May,', 'Ada Moss', 'said']]));
  it('keeps apostrophes inside', () => check("'I don't think the workers' union will agree,' said Ada Moss.", [["I don't think the workers' union will agree,", 'Ada Moss', 'said']]));
  it('goes on in the next paragraph', () =>
    check('‘It rains,’ said Ada Moss. ‘It won’t stop.\n\n‘It never did before May.\n\n‘We’re used to it.’', [['It rains,', 'Ada Moss'], ['It never did before May.', 'Ada Moss'], ['We’re used to it.', 'Ada Moss']]));
  it('leaves double marks inside to the outer ones', () => check('‘He called it “a mess” and left,’ said Ada Moss.', [['He called it “a mess” and left,', 'Ada Moss', 'said']]));
});

describe('what is no quotation mark', () => {
  it('passes over apostrophes', () => {
    check("The '90s were the dogs' years, rock 'n' roll's heyday, she said.", []);
    check('Workers’ rights and the Joneses’ house, ’tis said, were safe.', []);
    check("Don't tell 'em, Ada Moss said, that it's the judges' call.", []);
  });
  it('passes over feet and inches', () => {
    check('A 6\'2" guard said the 12" pipe had burst.', []);
    check('The 6\'2" guard said: "The pipe had burst."', [['The pipe had burst.', 'guard', 'said']]);
  });
  it('finds nothing in empty marks or in none', () => {
    check('He said “” and "" and \'\'.', []);
    check('', []);
    check('Nobody said a word', []);
  });
});
