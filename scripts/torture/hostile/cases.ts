/** Articles as an attacker or an accident would write them. */
import { article } from '../harness/newsroom';

export interface HostileCase {
  readonly name: string;
  /** Path in the corpus folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Words that must stand in a quotation of the index, as they are; undefined where the file need only do no harm. */
  readonly quotation?: string;
  /** True where the file must be named to the writer. */
  readonly problem?: boolean;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf16 = (text: string, bigEndian: boolean): Uint8Array => Uint8Array.from([...`\ufeff${text}`].flatMap((char) => {
  const code = char.charCodeAt(0), bytes = [code & 255, code >> 8];
  return bigEndian ? bytes.reverse() : bytes;
}));

/** What an attacker puts where a name, an outlet, a headline or a quotation is expected. */
export const payloads: readonly (readonly [string, string])[] = [
  ['a command link', '[click here](command:workbench.action.terminal.sendSequence?%7B%22text%22%3A%22touch%20owned%22%7D)'],
  ['a file link', '[report](file:///etc/passwd)'],
  ['a script link', '[more](javascript:alert(1))'],
  ['a remote image', '![x](https://evil.example/track.png?who=writer)'],
  ['HTML', '<img src=https://evil.example/x onerror=alert(1)><script>alert(1)</script><b>bold</b>'],
  ['an icon', '$(flame) $(sync~spin)'],
  ['a table and a heading', '# Heading | a | b'],
  ['a link by itself', 'https://evil.example/path and www.evil.example and mail@evil.example'],
  ['a direction override', 'approved \u202edetcejer\u202c today'],
  ['terminal escapes', '\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b2J'],
  ['a formula', '=HYPERLINK("https://evil.example","x")'],
  ['code', '`code` ```block``` ~~~'],
  ['entities', '&lt;b&gt; &#60;script&#62; &amp;'],
  ['look-alike letters', 'the pаssword of the Kremlіn'],
];

function injection([what, payload]: readonly [string, string], n: number): HostileCase[] {
  const quotation = `We warned them of ${payload} before the harvest of ${n}`;
  const inFront = (value: string): string => JSON.stringify(value);
  const text = `---\ntitle: ${inFront(payload)}\noutlet: ${inFront(`Daily ${payload}`)}\nauthor: ${inFront(payload)}\ndate: 2024-04-12\nurl: ${inFront(payload)}\n---\n\nForeign Minister Ann Marlow${n} met Bob ${payload} Holm${n} in Oslo on April 12, 2024.\n\n“${quotation},” Ann Marlow${n} said of ${payload}.\n`;
  return [{ name: `${what} in every place`, file: `inject${n}.md`, bytes: utf8(text), quotation: `We warned them of` }];
}

const made = article(3);

/** @param short with large files a fifth or a tenth as large */
export function hostileCases(short: boolean): readonly HostileCase[] {
  const part = short ? 0.2 : 1, repeat = (words: string, times: number): string => words.repeat(Math.round(times * part));
  return [
    ...payloads.flatMap(injection),
    { name: 'a YAML bomb', file: 'bomb.md', bytes: utf8(`---\na: &a ["lol","lol"]\n${Array.from({ length: 24 }, (_, i) => `b${i}: &b${i} [*${i === 0 ? 'a' : `b${i - 1}`},*${i === 0 ? 'a' : `b${i - 1}`}]`).join('\n')}\ntitle: *b23\n---\n\n${made.text}`) },
    { name: 'YAML nested deeply', file: 'nested.md', bytes: utf8(`---\ntitle: ${'['.repeat(8000)}\n---\n\n${made.text}`) },
    { name: 'front matter without end', file: 'open.md', bytes: utf8(`---\ntitle: x\n${made.text}`) },
    { name: 'YAML of a prototype', file: 'proto.md', bytes: utf8(`---\n__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\ntitle: Proto\n---\n\n${made.text}`) },
    { name: 'path traversal in metadata', file: 'traversal.md', bytes: utf8(`---\ntitle: ../../../../etc/passwd\noutlet: ..\\..\\windows\\system32\nurl: file:///etc/shadow\n---\n\n${made.text}`), problem: true },
    { name: 'a very long name', file: 'longname.txt', bytes: utf8(`Minister Ann ${repeat('Marlow', 170_000)} spoke. “We were here first,” she said.\n`) },
    { name: 'a very long quotation', file: 'longquote.txt', bytes: utf8(`“${repeat('We will speak on. ', 58_000)}” Ann Marlow said.\n`) },
    { name: 'a very long headline', file: 'longtitle.md', bytes: utf8(`---\ntitle: ${repeat('x', 1_048_576)}\n---\n\n${made.text}`), problem: true },
    { name: 'very many lines', file: 'lines.txt', bytes: utf8(repeat('x\n', 1_000_000)) },
    { name: 'nothing but quotation marks', file: 'marks.txt', bytes: utf8(repeat('“"‘', 300_000)) },
    { name: 'nothing but brackets', file: 'brackets.md', bytes: utf8(repeat('[](', 300_000)) },
    { name: 'one line of prose without end', file: 'oneline.txt', bytes: utf8('Ann Marlow met Bob Holm and said so. '.repeat(short ? 8_000 : 113_000)) },
    { name: `one line of ${short ? 10 : 100} MB`, file: 'huge.txt', bytes: new Uint8Array((short ? 10 : 100) * 1024 * 1024).fill(97), problem: true },
    { name: 'null bytes', file: 'null.txt', bytes: utf8(`${made.text}\0\0\0`), problem: true },
    { name: 'a picture', file: 'picture.txt', bytes: Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) & 255), problem: true },
    { name: 'UTF-16, little end first', file: 'utf16le.txt', bytes: utf16('“Little ends come first in all of them,” Ann Marlow said.\n', false), quotation: 'Little ends come first in all of them' },
    { name: 'UTF-16, big end first', file: 'utf16be.txt', bytes: utf16('“Big ends come first in all of them,” Ann Marlow said.\n', true), quotation: 'Big ends come first in all of them' },
    { name: 'Latin-1', file: 'latin1.txt', bytes: latin1('"The café of São Paulo was full of Müllers," Ann Marlow said.\n'), quotation: 'The café of São Paulo was full of Müllers', problem: true },
    { name: 'Windows-1252', file: 'windows.txt', bytes: latin1('\x93The price is 5 \x80 and it\x92s final for us,\x94 Ann Marlow said.\n'), quotation: 'The price is 5 € and it’s final for us', problem: true },
    { name: 'broken UTF-8', file: 'broken.txt', bytes: Uint8Array.from([...utf8('“We broke '), 0xc3, 0x28, 0xe2, 0x82, ...utf8(' in the middle of it,” Ann Marlow said.\n')]), problem: true },
    { name: 'a UTF-8 byte order mark', file: 'bom.txt', bytes: utf8('\ufeff“The mark before these words counts for nothing,” Ann Marlow said.\n'), quotation: 'The mark before these words counts for nothing' },
    { name: 'nothing at all', file: 'empty.txt', bytes: new Uint8Array(0), problem: true },
    { name: 'half a surrogate', file: 'surrogate.txt', bytes: Uint8Array.from([...utf8('“Half of it '), 0xed, 0xa0, 0x80, ...utf8(' is gone for good,” Ann Marlow said.\n')]) },
    { name: 'a name of a file that is markup', file: '[x](command:evil) $(flame) ![i](http:__e.png) <b>.txt', bytes: utf8(made.text) },
    { name: 'zalgo', file: 'zalgo.txt', bytes: utf8(`“${'Z\u0301\u0302\u0303\u0304\u0305'.repeat(20_000)} came by,” Ann Marlow said.\n`) },
  ];
}
