import { dateInWords } from './dateWords';
import { english, type Say } from './say';

/** Takes a text as it is: what is listed with it is found by the tool that collects texts. */
type List = (text: string) => string;

/** What is said of files of the corpus. */
const ofFiles = (say: List): readonly string[] => [
  say('{0} is no text file. Remove it from the corpus or save it as text.'),
  say('{0} is empty. Paste the article into it or delete it.'),
  say('{0} is not UTF-8 and was read as Windows-1252, so letters with accents may be wrong. Save it with encoding UTF-8.'),
  say('The front matter of {0} cannot be used: {1}. Correct it; the article is indexed without it until then.'),
  say('it has no closing line of three hyphens'), say('it is too long'), say('it is nested too deeply'), say('it holds no keys such as title or date'),
  say('url is no web address (http or https)'),
  say('day and month of the date could be exchanged; write it as year-month-day, such as 2024-04-12'), say('the date is not understood; write it as year-month-day, such as 2024-04-12'),
  say('{0} is no file any more.'), say('{0} is not there any more.'),
  say('{0} has {1} and files above {2} are not read. Split it or exclude it.'),
  say('The folder {0} cannot be read ({1}). Allow reading it or exclude it.'), say('{0} cannot be read ({1}). Allow reading it or exclude it.'),
  say('{0} could not be analysed ({1}). Please report this.'),
  say('{0} is in a format that is not read (read are {1}). Save its text in one of these.'),
  say('{0} is a link that leads back to {1}, which holds it. It was not followed; remove the link or exclude it.'),
];

/** What is said of the file of corrections, and of what was to be corrected. */
const ofCorrections = (say: List): readonly string[] => [
  say('There is no article {0}. Correct the path, which is relative to this folder, or remove the entry.'), say('There is no article {0}. Correct the path, which is relative to this folder, or remove the event.'),
  say('There is no article {0}. Correct the path, which is relative to this folder, or remove it.'),
  say('This article is {0} by now, for which the entry counts. Write that path here.'),
  say('A key is a word or a text here; expected is {0}.'), say('An alias (*{0}) is not followed here; write out {1}.'), say('Something is missing here: expected is {0}.'), say('This cannot be used here: expected is {0}.'),
  say('The file has more than {0} entries; from here on they are passed over.'), say('The file has more than {0} characters and is not read. Divide the corpus into several folders.'),
  say('The file is nested too deeply and is not read. Corrections need lists in lists, no more.'), say('The file cannot be read as YAML. Mend it, or write it anew.'),
  say('{0} Mend it; what cannot be read here does not count.'), say('“{0}” is no part of this file: there are {1}. It is passed over.'),
  say('An article is named by its path, relative to the folder of this file.'), say('“{0}” is not known of an article: there are outlet, date, title, author, url and content. It is passed over.'),
  say('Day and month of this date could be exchanged: write it as year-month-day, such as 2024-04-12, or unknown.'), say('This date is not understood: write it as year-month-day, such as 2024-04-12, or unknown.'),
  say('This is no web address: it begins with http:// or https://.'), say('This is no content mark: Attest writes one of 16 digits and letters a to f. Remove the line.'),
  say('“{0}” is no correction of events: there are {1}. It is passed over.'), say('A single event is one already: add the other event, or remove the line.'),
  say('“{0}” is not known of an event: there are event, in and words. It is passed over.'), say('Which event this is cannot be told: give event (its line in the sidebar), or in (an article) and words (those that report it).'),
  say('“{0}” is no correction of names: there are {1}. It is passed over.'), say('A single name is one already: add the other name, or remove the line.'),
  say('No name of the corpus is spelled “{0}” and is a person. Correct the spelling, or remove it.'), say('No name of the corpus is spelled “{0}” and is an organisation. Correct the spelling, or remove it.'),
  say('No name of the corpus is spelled “{0}” and is a place. Correct the spelling, or remove it.'), say('No name of the corpus is spelled “{0}”. Correct the spelling, or remove it.'),
  say('There is another name “{0}”. If the two are one, write them under “same” instead.'),
  say('There is no event of these words in {0} that is reported with these words any more. Remove it, and correct the event anew.'), say('There is no event “{0}” in {1} that is reported with these words any more. Remove it, and correct the event anew.'),
  say('There is no event of these words in {0}. Write its line as the sidebar has it, or remove it.'), say('There is no event “{0}” in {1}. Write its line as the sidebar has it, or remove it.'), say('There is no event “{0}”. Write its line as the sidebar has it, or remove it.'),
  say('{0} is too large to be read. Divide the corpus into several folders.'), say('{0} is no text. Write it anew, as UTF-8.'), say('{0} cannot be read ({1}). Allow reading it.'),
  say('{0} has a mistake in line {1} and is not changed. Mend it, then try again.'), say('“{0}” in {1} is no list. Open it and mend it, then try again.'), say('“{0}” in {1} is no mapping. Open it and mend it, then try again.'), say('{0} is no mapping. Open it and mend it, then try again.'), say('{0} cannot be changed ({1}). Open it and mend it.'),
  say('What was to be corrected is not in the index any more. Choose it again.'), say('Two events or more can be made one: choose another.'), say('Two names or more can be made one: choose another.'),
  say('This article is in no folder of the corpus.'), say('“{0}” is not understood as a date. Write it as year-month-day, such as 2024-04-12, as a year, or unknown.'),
];

/** What is said of the index and of bibliographies. */
const ofTheRest = (say: List): readonly string[] => [
  say('The index is in use by another program. It is tried again at the next change. ({0})'), say('The index is in use by another program. It is tried again at the next change.'), say('The index is in use by another program. ({0})'), say('The index is in use by another program.'),
  say('The index cannot be written: its file or folder is read-only. ({0})'), say('The index file could not be read or written. ({0})'), say('The index file is damaged. It is built again from the articles. ({0})'),
  say('The index cannot grow: the disk is full. ({0})'), say('The index file could not be opened. ({0})'), say('The folder of the index cannot be written. ({0})'), say('The folder of the index stands on a read-only file system. ({0})'), say('The index failed: {0}'),
  say('A table of the index is missing.'), say('The index was damaged. It is being built again from the articles; nothing you wrote is touched.'), say('The index was damaged. It is being built again from the articles.'),
  say('The index was made by another version of Attest. It is being built again from the articles.'),
  say('{0} is no CSL style.'), say('{0} only points to another style; choose that one.'), say('{0} makes no bibliography; choose another style.'), say('{0} cannot be used: {1}'),
  say('{0} is not valid JSON ({1}). Correct it, or name another file in attest.citation.bibliography.'),
  say('{0} is not a CSL-JSON bibliography: a list of entries in square brackets is expected. Export it as CSL JSON, or name another file in attest.citation.bibliography.'),
];

/** Why a date is what it is, with what these sentences are made of. */
const reasons = (say: List): readonly string[] => [
  say('the year before publication on {0}'), say('the year after publication on {0}'), say('the year of publication on {0}'),
  say('the {0} of the year before publication on {1}'), say('the {0} of the year after publication on {1}'), say('the {0} of the year of publication on {1}'),
  say('the {0} before publication on {1}'), say('the {0} after publication on {1}'), say('the {0} of publication, {1}'), say('{0} before publication on {1}'), say('{0} after publication on {1}'),
  say('{0} is the day of publication, {1}'), say('{0} is when it was published, {1}'), say('counted from publication on {0}'), say('on the day of publication, {0}'),
  say('the year nearest to publication on {0} in which that day is a {1}'), say('of its two readings the one nearer to publication on {0}'), say('the nearest to publication on {0}'),
  say('the {0} nearest to publication on {1} that fits the tense'), say('the {0} nearest to publication on {1}'), say('the latest such decade at publication on {0}'),
  say('in the week of publication on {0}'), say('in the week before that of publication on {0}'), say('in the week after that of publication on {0}'),
  say('of the years that the article names, and the ones after them, only in {0} is {1} a {2}'), say('it began about {0} that year'), say('the name of the attacks of that day'),
  say('the time of what is told to have gone on meanwhile'), say('the time of the {0} at which it happens'), say('the time of what happens at the {0}'), say('the time of the {0} told of before'), say('one source names the day, another {0}'), say('another source dates the same event'),
];

const words = (say: List): readonly string[] => [
  say('Monday'), say('Tuesday'), say('Wednesday'), say('Thursday'), say('Friday'), say('Saturday'), say('Sunday'), say('spring'), say('summer'), say('autumn'), say('winter'),
  say('morning'), say('afternoon'), say('evening'), say('night'), say('day'), say('week'), say('weekend'), say('month'), say('quarter'), say('year'), say('decade'), say('century'),
  say('{0} days'), say('{0} weeks'), say('{0} weekends'), say('{0} months'), say('{0} quarters'), say('{0} years'), say('{0} nights'),
];

interface Phrase { readonly text: string; readonly pattern: RegExp }

const listed: List = (text) => text;

/** In this order: where two fit, the one that leaves less open comes first. */
const phrases: readonly Phrase[] = [ofFiles, ofCorrections, ofTheRest, reasons, words].flatMap((list) => list(listed).map((text) => ({ text, pattern: patternOf(text) })));

/**
 * A sentence that a lower room has made in English, in the writer's language, its dates in words. What is not listed stays as it is. The index
 * keeps such sentences, and one index serves windows in several languages: they are translated where they are shown.
 */
export function inLanguage(message: string, language: Say = english): string {
  if (/^\d{4}-\d\d(?:-\d\d)?$/.test(message)) return dateInWords(message, language);
  for (const { text, pattern } of phrases) {
    const found = pattern.exec(message);
    if (found) return language(text, ...found.slice(1).map((part) => inLanguage(part, language)));
  }
  const month = /^(?:(\d{1,2}) )?(January|February|March|April|May|June|July|August|September|October|November|December)$/.exec(message);
  return month ? dateInWords(`XXXX-${String(MONTHS.indexOf(month[2]!) + 1).padStart(2, '0')}${month[1] ? `-${month[1].padStart(2, '0')}` : ''}`, language) : message;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Whether a sentence is one that {@link inLanguage} knows. */
export function isListed(message: string): boolean {
  return phrases.some(({ pattern }) => pattern.test(message));
}

function patternOf(text: string): RegExp {
  const parts = text.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.+?)')}$`, 's');
}
