/** What the speed of is measured: the recognisers one by one, and all that is done to an article. */
export { annotateTexts } from '../../src/corpus/annotate';
export { findDates } from '../../src/language/dates';
export { prepare } from '../../src/language/document';
export { findEvents } from '../../src/language/events';
export { findNames } from '../../src/language/names';
export { findQuotations } from '../../src/language/quotations';
