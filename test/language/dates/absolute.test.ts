import assert from 'node:assert/strict';
import { check, checkAt, checkNone } from './check';

describe('dates: absolute', () => {
  it('reads US, UK and ISO forms', () => {
    check('It opened on [October 7, 2023], they say.', '2023-10-07');
    check('It opened on [Oct. 7, 2023].', '2023-10-07');
    check('It opened on [7 October 2023].', '2023-10-07');
    check('It opened on the [7th of October, 2023].', '2023-10-07');
    check('It opened on [Saturday, October 7, 2023].', '2023-10-07');
    check('It opened on [2023-10-07].', '2023-10-07');
    check('It opened on [10/27/2023] there.', '2023-10-27');
    check('It opened on [27/10/2023] there.', '2023-10-27');
    check('It opened on [27.10.2023] there.', '2023-10-27');
    check('It opened in [October 2023] and in [Sept., 2021].', '2023-10', '2021-09');
    check('The log says [2023-W41] and [2023-10-07T10:35] exactly.', '2023-W41', '2023-10-07T10:35');
  });
  it('reads a slash date of two readings by its publication', () => {
    check('It opened on [4/10/2024] there.', '2024-04-10');
    check('It opened on [10/4/2024] there.', '2024-04-10');
    checkAt(undefined, 'It opened on [4/10/2024] there.', '2024-XX-XX');
  });
  it('gives a month and day the year that fits the tense', () => {
    check('The group attacked the town on [Oct. 7].', '2023-10-07');
    check('The court will hear the case on [Oct. 7].', '2024-10-07');
    check('The bridge reopened on [April 1].', '2024-04-01');
    check('The dividend is payable [May 2].', '2024-05-02');
    check('The port closed in [December].', '2023-12');
    check('The port will close in [December].', '2024-12');
    check('Trade rose in [March], when the two sides met.', '2024-03');
    check('They vowed it would double trade in [August], when the two sides met.', '2023-08');
  });
  it('joins a month with the year named beside it', () => {
    check('Her party left in [May last year].', '2023-05');
    check('The vote is due in [June of next year].', '2025-06');
    check('He resigned on [March 3 this year].', '2024-03-03');
  });
  it('lets a weekday settle the year', () => {
    check('The ship sank on [Tuesday, April 19].', '2022-04-19');
  });
  it('reads ranges day by day', () => {
    check('The fair ran from [March 3] to [9].', '2024-03-03', '2024-03-09');
    check('The fair ran [March 3]-[9].', '2024-03-03', '2024-03-09');
    check('They met on [7] and [8 October 2023].', '2023-10-07', '2023-10-08');
    check('Exports fell [October]-[December].', '2023-10', '2023-12');
    check('The fair runs [8]–[10 June].', '2024-06-08', '2024-06-10');
    check('The siege lasted from [24 February] until [the end of March 2022].', '2022-02-24', '2022-03');
    check('The season of [2019]/[20] ended.', '2019', '2020');
  });
  it('says how sure it is and why', () => {
    const [stated] = check('It began on [October 7, 2023].', '2023-10-07');
    assert.equal(stated!.certainty, 'stated');
    const [inferred] = check('It began on [Oct. 7].', '2023-10-07');
    assert.equal(inferred!.certainty, 'inferred');
    assert.match(inferred!.reason!, /before publication on 2024-04-12/);
    const [relative] = checkAt(undefined, 'It began on [Oct. 7].', 'XXXX-10-07');
    assert.equal(relative!.certainty, 'relative');
  });
  it('leaves verbs, persons and walks alone', () => {
    checkNone('They may go.', 'May I go?', 'Mrs May said no.', 'Theresa May resigned.', 'The soldiers march on.', 'March with us!', 'She led the March for Science.',
      'April Jones won.', 'June Carter sang.', 'He met Jan Egeland.', 'An august body.', 'They said that May would pay.', 'It costs 3.10.');
  });
  it('takes no impossible day', () => {
    check('In [February] 30 were hurt.', '2024-02');
    checkNone('Version 13/45/2023 shipped.', 'Section 2023-13-45 applies.');
  });
});

describe('dates: years, decades, centuries', () => {
  it('reads years', () => {
    check('It stood from [1998] until [2015].', '1998', '2015');
    check('The [2015] nuclear deal failed.', '2015');
    check('In [1066] the duke landed.', '1066');
    check('The war of [1914]-[18] ended.', '1914', '1918');
    check('The class of [’98] met.', '1998');
    check('It happened in [nineteen ninety-seven].', '1997');
    check('Growth will return in [fiscal 2025].', '2025');
  });
  it('reads decades and centuries', () => {
    check('Prices doubled in [the 1990s].', '199');
    check('Prices doubled in [the late 1970s].', '197');
    check('A song of [the ’80s] played.', '198');
    check('He grew up in [the sixties].', '196');
    check('A church of [the 12th century] burned.', '11');
    check('It is a [21st-century] problem.', '20');
  });
  it('takes no amount for a year', () => {
    checkNone('About 2000 people came.', 'Some 1500 troops left.', 'It cost $1990 in all.', 'The 1,998 voters stayed.', 'He took Route 1988 home.', 'At 1984 metres it is high.', 'Flight 1995 was late.', 'He bought 2000 shares.', 'Of 1800 pupils none failed.', 'She is in her sixties.');
  });
});
