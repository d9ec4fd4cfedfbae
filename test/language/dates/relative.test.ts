import assert from 'node:assert/strict';
import { check, checkAt, checkNone } from './check';

describe('dates: weekdays', () => {
  it('lets the tense decide between last and next', () => {
    check('The minister resigned on [Thursday].', '2024-04-11');
    check('The minister will resign on [Thursday].', '2024-04-18');
    check('The court is due to rule on [Monday].', '2024-04-15');
    check('The ministry said on [Friday] that it would act.', '2024-04-12');
    check('The ministry on [Sunday] said it would act.', '2024-04-07');
    check('The talks, with Minsk announcing on [Sunday] that it would leave, failed.', '2024-04-07');
    check('She has until [Wednesday] to reply.', '2024-04-17');
    check('They agreed to meet on [Tuesday].', '2024-04-16');
    check('They met ahead of a summit on [Wednesday] in Oslo, where both will speak.', '2024-04-17');
  });
  it('reads last, next, this and the week beside it', () => {
    check('He left [last Friday].', '2024-04-05');
    check('He leaves [next Friday].', '2024-04-19');
    check('He left on [Monday of this week].', '2024-04-08');
    check('He left on [Tuesday last week].', '2024-04-02');
  });
  it('adds the part of the day', () => {
    check('They fled on [Tuesday morning].', '2024-04-09TMO');
    check('They will vote [Monday night].', '2024-04-15TNI');
    check('They fled [last night].', '2024-04-11TNI');
    check('They fled [overnight].', '2024-04-11TNI');
    check('They will vote [tonight].', '2024-04-12TNI');
    check('They fled on [the morning of April 3].', '2024-04-03TMO');
    check('They fled in [the early hours of Sunday].', '2024-04-07');
  });
  it('says why, in words for a writer', () => {
    const [date] = check('The minister resigned on [Thursday].', '2024-04-11');
    assert.equal(date!.reason, 'the Thursday before publication on 2024-04-12');
  });
  it('knows newspapers and feasts from days', () => {
    checkNone('The Sunday Times reported it.', 'The Friday Mail wrote so.', 'Bloody Sunday is a film.', 'The sun rose.', 'They sat down.', 'They wed.', 'The Mon river rose.');
  });
});

describe('dates: counted from publication', () => {
  it('reads days', () => {
    check('It rained [today], [yesterday] and [the day before yesterday].', '2024-04-12', '2024-04-11', '2024-04-10');
    check('It will rain [tomorrow morning].', '2024-04-13TMO');
    checkNone('USA Today reported it.', 'He spoke on the Today programme.');
  });
  it('reads last, this, next with units', () => {
    check('It fell [last week], [last month] and [last year].', '2024-W14', '2024-03', '2023');
    check('It falls [this week], [this month] and [this year].', '2024-W15', '2024-04', '2024');
    check('It will fall [next week], [next month], [next year].', '2024-W16', '2024-05', '2025');
    check('It fell [last weekend].', '2024-W14-WE');
    check('It fell over [the weekend].', '2024-W14-WE');
    check('It fell [earlier this year].', '2024');
    check('It fell [last May].', '2023-05');
  });
  it('reads seasons, quarters and halves', () => {
    check('It fell [last summer].', '2023-SU');
    check('It fell in [the winter of 1947].', '1947-WI');
    check('It will fall in [the spring of next year].', '2025-SP');
    check('It fell in [the second half of the year].', '2023-H2');
    check('It fell in [the third quarter].', '2023-Q3');
    check('It fell in [the third quarter of 2019] and in [Q1 2020].', '2019-Q3', '2020-Q1');
    check('It fell in [the first half of 2022].', '2022-H1');
    checkNone('Prices fall.', 'They spring a trap.', 'The first half ended goalless.', 'The fall of Rome.');
  });
  it('counts back and forth', () => {
    check('He died [two years ago].', '2022');
    check('He died [three months ago].', '2024-01');
    check('He died [two weeks ago].', '2024-W13');
    check('He died [10 days ago].', '2024-04-02');
    check('He retires [five years from now].', '2029');
    check('He died [several years ago].', 'PAST_REF');
    check('He died [about a decade ago].', '201');
    check('He died [a year and a half ago].', '2022-10');
    check('He died [40 years ago today].', '1984-04-12');
    check('He left [the week before last].', '2024-W13');
    check('He left on [the 15th of last month].', '2024-03-15');
    check('[Ten years] on, nothing had changed.', 'P10Y');
  });
  it('leans on what was named before', () => {
    check('It began on [October 7, 2023]. [Two days later] it was over.', '2023-10-07', '2023-10-09');
    check('It began in [2015]. [The following year] it failed.', '2015', '2016');
    check('Profit for [the third quarter of 2023] rose from [a year earlier].', '2023-Q3', '2022-Q3');
    checkAt(undefined, 'It began on [October 7, 2023]. [The next day] it was over.', '2023-10-07', '2023-10-08');
  });
  it('reads the day of a trading report', () => {
    check('Shares fell on [Thursday]. The index rebounded [late in the day], ending [the day] down two points.', '2024-04-11', '2024-04-11', '2024-04-11');
    checkNone('He saved the day.', 'That was the day when it broke.');
  });
  it('reads feasts', () => {
    check('He came on [New Year’s Eve].', '2023-12-31');
    check("They met at [Christmas], on [Thanksgiving] and on [Easter Sunday].", '2023-12-25', '2023-11-23', '2024-03-31');
    check('[Ramadan 2023] was quiet.', '2023-04');
    check('After [9/11] all changed.', '2001-09-11');
    checkNone('He bought a Christmas tree.', 'They sailed to Easter Island.', 'Father Christmas waved.', 'A new year began.', 'Labour won.');
  });
  it('stays relative without a publication date', () => {
    const found = checkAt(undefined, 'On [Wednesday], in [December], on [Oct. 7], [last week], [last year], [yesterday], [tonight] and [this summer].',
      'XXXX-WXX-3', 'XXXX-12', 'XXXX-10-07', 'XXXX-WXX', 'XXXX', 'XXXX-XX-XX', 'XXXX-XX-XXTNI', 'XXXX-SU');
    assert.ok(found.every((date) => date.certainty === 'relative' && date.reason === undefined));
  });
  it('finds the year in which a day has its weekday, where the years the text names leave one', () => {
    const found = checkAt(undefined, 'Talks opened on [Friday, March 15]. The war began in [October 2023].', '2024-03-15', '2023-10');
    assert.deepEqual([found[0]?.certainty, found[0]?.reason], ['inferred', 'of the years that the article names, and the ones after them, only in 2024 is 15 March a Friday']);
    assert.equal(found[1]?.certainty, 'stated');
  });
  it('leaves the year open where none is left, several are, or no year is named', () => {
    checkAt(undefined, 'Talks opened on [Friday, March 15].', 'XXXX-03-15');
    checkAt(undefined, 'Talks opened on [Friday, March 15]. The war began in [2020].', 'XXXX-03-15', '2020');
    checkAt(undefined, 'Talks opened on [Friday, March 15]. The war began in [2018], and the trial in [2023].', 'XXXX-03-15', '2018', '2023');
    checkAt(undefined, 'Talks opened on [March 15]. The war began in [October 2023].', 'XXXX-03-15', '2023-10');
  });
  it('is no finer than the publication date', () => {
    checkAt('2024', 'It fell [last year], on [Monday], in [May].', '2023', 'XXXX-WXX-1', 'XXXX-05');
    checkAt('2024-04', 'It fell [last month], on [Monday], on [Oct. 7].', '2024-03', 'XXXX-WXX-1', '2023-10-07');
  });
});
