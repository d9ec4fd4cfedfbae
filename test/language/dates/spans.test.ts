import { check, checkAt, checkNone } from './check';

describe('dates: durations and sets', () => {
  it('reads durations', () => {
    check('It lasted [two weeks], then [20 minutes].', 'P2W', 'PT20M');
    check('A [two-year] ban and a [20-year] term.', 'P2Y', 'P20Y');
    check('It lasted [half an hour].', 'PT30M');
    check('It lasted [half a century], or [a half-century].', 'P50Y', 'P50Y');
    check('It lasted [two and a half years].', 'P2Y6M');
    check('It lasted [several months], even [a few years].', 'PXM', 'PXY');
    check('In [the past 24 hours] nothing moved.', 'PT24H');
    check('They quarrelled for [decades].', 'PXDE');
    check('It could come within [days].', 'PXD');
    check('For [the first nine months] sales rose.', 'P9M');
    check('The works will last [120 hours].', 'PT120H');
    check('The vote on [April 3] was annulled [two hours later].', '2024-04-03', '2024-04-03');
    checkNone('A second chance.', 'A 52 year-old was hurt.', 'A quarter of them left.', 'Three quarters of the pupils.', 'He is 52 years old.', 'A 6-year-old boy.');
  });
  it('reads sets', () => {
    check('They meet [every Monday].', 'XXXX-WXX-1');
    check('They meet [every two weeks] and [each July].', 'P2W', 'XXXX-07');
    check('It is printed [daily].', 'P1D');
    check('They meet [every other Tuesday].', 'XXXX-WXX-2');
    check('They make 15 [a year].', 'P1Y');
    check('They play on [Saturdays].', 'XXXX-WXX-6');
    checkNone('The Daily Mirror wrote so.');
  });
});

describe('dates: times of the day', () => {
  it('joins a time with its day', () => {
    check('It struck at [10 p.m. Wednesday].', '2024-04-10T22:00');
    check('It struck at [10:35 a.m. on Thursday].', '2024-04-11T10:35');
    check('It struck at [18:00 UTC].', '2024-04-12T18:00Z');
    check('It struck at [7.15pm].', '2024-04-12T19:15');
    check('It struck at [noon].', '2024-04-12T12:00');
    check('It struck at [10:30 a.m. Eastern time on Tuesday].', '2024-04-09T10:30');
    checkAt(undefined, 'It struck at [9am].', 'XXXX-XX-XXT09:00');
    checkNone('They won 3:15 in the end.', 'Verse 3:16 is short.', 'A ratio of 4:1.', 'I am here.');
  });
});

describe('dates: reference words', () => {
  it('reads now, then and soon', () => {
    check('They are [now] weak, [recently] so, and [currently] poor.', 'PRESENT_REF', 'PAST_REF', 'PRESENT_REF');
    check('In [the past] it paid, in [the near future] it may.', 'PAST_REF', 'FUTURE_REF');
    check('It did badly in [recent years].', 'PAST_REF');
    checkNone('As soon as possible.', 'He drove past the house.', 'A futures contract.');
  });
});
