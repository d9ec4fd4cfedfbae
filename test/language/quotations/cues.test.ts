import assert from 'node:assert/strict';
import { isReportingVerb, reportingClass } from '../../../src/language/quotations';

describe('reporting verbs', () => {
  it('are known in every form', () => {
    for (const form of 'say says said saying tell tells told telling deny denies denied denying admit admitted admitting agree agreed agreeing quip quipped tweeted wrote written read vowed swore'.split(' ')) {
      assert.ok(isReportingVerb(form), form);
    }
  });
  it('have a class', () => {
    assert.equal(reportingClass('said'), 'say');
    assert.equal(reportingClass('tweets'), 'write');
    assert.equal(reportingClass('believes'), 'think');
    assert.equal(reportingClass('described'), 'call');
    assert.equal(reportingClass('declared'), 'say');
  });
  it('are no other verbs, and no misspelt forms', () => {
    for (const word of ['walked', 'sayed', 'telled', 'denyed', 'Said', '', 'constructor', 'agreeed', 'quiped']) assert.equal(isReportingVerb(word), false, word);
    assert.equal(reportingClass('walked'), undefined);
  });
});
