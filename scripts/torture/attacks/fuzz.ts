/** Random input for every reader, the language part, the parsers of drafts and decisions, and the server's messages. */
import fc from 'fast-check';
import { readerFor } from '../../../src/article/readers';
import { parseCorrections } from '../../../src/corpus/corrections/parse';
import { citationsOf, openKeyAt } from '../../../src/draft/citations';
import { bibliographiesOf } from '../../../src/draft/frontMatter';
import { openQuoteAt } from '../../../src/draft/openQuote';
import { proseOf } from '../../../src/draft/prose';
import { quotesOf } from '../../../src/draft/quotes';
import { phrasesAt } from '../../../src/draft/words';
import { hiddenIn } from '../../../src/features/verification/hidden';
import { analyse } from '../../../src/language/analyse';
import * as protocol from '../../../src/server/protocol';
import type { Attack, Result } from '../attack';
import { article } from '../harness/newsroom';
import { Server } from '../harness/server';
import { World } from '../harness/world';

const pieces = [
  '“', '”', '"', "'", '‘', '’', '«', '»', '„', '[', ']', '(', ')', '{', '}', '<!--', '-->', '---', '\n', '\r\n', '\n\n', '\t', ' ', '@', '#', '$', '`', '```', '~~~', '\\', '\\cite{', '\\begin{quote}', '|', '*', '_', '…', '. . .', '[sic]',
  'said', 'Minister', 'Wang Yi', 'Ada Holm', 'on Monday', '12 April 2024', 'last week', 'killed', 'Oslo', 'the', '\ufeff', '\u202e', '\0', '\ud800', '𝒳', 'é', '中文', '&lt;', '<b>', 'https://x.example/', 'title: ', 'same:', '- ', '!!js', '*a', '&a', '%', '=', '/*', '*/', '//', '::', '....',
];
const text = fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...pieces) }, { weight: 2, arbitrary: fc.string({ maxLength: 20, unit: 'binary' }) }, { weight: 1, arbitrary: fc.string({ maxLength: 200 }) }), { maxLength: 120 }).map((parts) => parts.join(''));
const languages = ['markdown', 'quarto', 'plaintext', 'latex', 'tex', 'asciidoc', 'restructuredtext', 'typst'];

/** What must hold of each input; throws where it does not. */
const targets: Readonly<Record<string, fc.IRawProperty<unknown>>> = {
  'readers of articles': fc.property(fc.constantFrom('a.txt', 'a.md'), fc.oneof(fc.uint8Array({ maxLength: 3000 }), text.map((words) => new TextEncoder().encode(words))), (file, bytes) => {
    for (const { text: words, noise } of readerFor(file)!.read(bytes, `/corpus/${file}`).articles) for (const { start, end } of noise) within(words, start, end);
  }),
  'the language part': fc.property(text, (words) => {
    const { sentences, mentions, quotations, dates } = analyse(words, { noise: [] });
    for (const { start, end } of [...sentences, ...mentions, ...quotations, ...dates]) within(words, start, end);
  }),
  'parsers of drafts': fc.property(fc.constantFrom(...languages), text, fc.nat(), (language, words, place) => {
    const draft = proseOf(words, language), offset = place % (words.length + 1);
    for (const { start, end } of [...quotesOf(draft), ...citationsOf(draft)]) within(words, start, end);
    openQuoteAt(draft, offset);
    openKeyAt(draft, offset);
    phrasesAt(draft, offset);
    bibliographiesOf(words, language);
  }),
  'attest.yml': fc.property(text, (words) => {
    for (const { span } of parseCorrections(words).problems) within(words, span.start, span.end);
  }),
  'hidden characters': fc.property(text, (words) => void hiddenIn(words)),
};

function within(words: string, start: number, end: number): void {
  if (!(start >= 0 && start <= end && end <= words.length)) throw new Error(`[${start}, ${end}) is not in a text of ${words.length}`);
}

export const fuzz: Attack = {
  name: 'fuzz',
  async run({ short, seed, fuzzMinutes }) {
    const seconds = fuzzMinutes === undefined ? (short ? 6 : 120) : fuzzMinutes * 60, each = seconds * 1000 / (Object.keys(targets).length + 1);
    const results: Result[] = [];
    for (const [name, property] of Object.entries(targets)) {
      const run = await fc.check(property as fc.IProperty<unknown>, { seed, numRuns: 100_000_000, interruptAfterTimeLimit: each, markInterruptAsFailure: false });
      const lost = run.failed ? [`${JSON.stringify(run.counterexample)?.slice(0, 600)}: ${String(run.errorInstance).slice(0, 300)} (seed ${run.seed}, path ${run.counterexamplePath})`] : [];
      results.push({ what: `random input for ${name}`, times: run.numRuns, lost, figures: '' });
    }
    results.push(await messages(each, seed));
    return results;
  },
};

/** Requests and notifications with any content: each request is answered or refused, and the server goes on. */
async function messages(limit: number, seed: number): Promise<Result> {
  const world = new World(10), lost: string[] = [];
  const server = await Server.ready({ roots: [world.workspace], storage: world.storage });
  const uri = world.uriOf('draft.md'), name = article(0).people[0]!;
  await server.open(uri, `Then ${name} spoke. “We will not give up`);
  const requests = [
    'textDocument/hover', 'textDocument/completion', 'completionItem/resolve', 'textDocument/definition', 'textDocument/references', 'textDocument/codeAction', 'textDocument/codeLens', 'textDocument/documentLink',
    'workspace/symbol', 'workspace/executeCommand', ...Object.entries(protocol).filter(([key]) => key.endsWith('Request')).map(([, method]) => String(method)), 'attest/unknown',
  ].filter((method) => method !== protocol.rebuildIndexRequest && method !== protocol.writeBibliographyRequest);
  const place = fc.record({ line: fc.oneof(fc.integer(), fc.double()), character: fc.oneof(fc.integer(), fc.string()) });
  const params = fc.oneof(
    fc.record({ textDocument: fc.record({ uri: fc.constantFrom(uri, 'file:///x', 'not a uri', '') }), position: place, range: fc.record({ start: place, end: place }), context: fc.record({ diagnostics: fc.constant([]) }) }),
    fc.record({ uri: fc.constantFrom(uri, ''), position: place, words: text, form: text, query: text, id: fc.oneof(fc.integer(), fc.string()), limit: fc.integer(), offset: fc.integer(), filter: text, order: fc.string(), period: fc.string(), command: fc.string(), arguments: fc.array(fc.jsonValue()), data: fc.jsonValue() }),
    fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue()),
  );
  let times = 0;
  const until = Date.now() + limit;
  const samples = fc.sample(fc.tuple(fc.constantFrom(...requests), params, fc.boolean()), { seed, numRuns: 3000 });
  for (const [method, content, cancelled] of samples) {
    if (Date.now() > until && times > 150) break;
    times++;
    const answer = server.connection.sendRequest(method, content).then(() => true, () => true);
    if (cancelled) void server.notify('$/cancelRequest', { id: times });
    const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 25_000));
    const answered = await Promise.race([answer, server.exit.then(() => undefined), late]);
    if (answered === undefined) { lost.push(`${method} ended the server: ${JSON.stringify(content).slice(0, 300)} ${server.errors.slice(-500)}`); break; }
    if (!answered) lost.push(`${method} was not answered: ${JSON.stringify(content).slice(0, 300)}`);
    if (times % 10 === 0) await server.notify('textDocument/didChange', { textDocument: { uri: 'file:///nowhere', version: times }, contentChanges: [{ text: 'x' }] });
  }
  // Out of order, twice, and huge.
  await server.notify('textDocument/didClose', { textDocument: { uri } });
  await server.notify('textDocument/didClose', { textDocument: { uri } });
  await server.notify('textDocument/didChange', { textDocument: { uri, version: 9 }, contentChanges: [{ text: 'after the end' }] });
  await server.open(world.uriOf('huge.md'), 'Ann said “so much”. '.repeat(50_000));
  await server.open(uri, `Then ${name} spoke.`);
  if (!(await server.hover(uri, 0, 6).catch(() => undefined))?.includes(name)) lost.push('afterwards there is no answer');
  await server.kill();
  world.remove();
  return { what: 'messages to the server with any content, cancelled, out of order, huge', times: times + 5, lost, figures: '' };
}
