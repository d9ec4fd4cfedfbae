import assert from 'node:assert/strict';
import { decode, decodeText } from '../../src/article/decode';

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const wide = (text: string, little: boolean): number[] => [...text].flatMap((char) => {
  const code = char.charCodeAt(0);
  return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
});

function check(bytes: number[], text: string | undefined, problems: string[] = []): void {
  const decoded = decode(new Uint8Array(bytes), '/c/Some File.txt');
  assert.equal(decoded.text, text);
  assert.deepEqual(decoded.problems.map((problem) => problem.code), problems);
  for (const problem of decoded.problems) {
    assert.match(problem.message, /Some File\.txt/);
    assert.equal(problem.indexed, text !== undefined);
  }
}

describe('decode', () => {
  it('reads UTF-8 with and without byte order mark', () => {
    check(utf8('Zoë said “no”.'), 'Zoë said “no”.');
    check([0xef, 0xbb, 0xbf, ...utf8('Zoë')], 'Zoë');
  });
  it('reads UTF-16 by byte order mark and by pattern', () => {
    check([0xff, 0xfe, ...wide('Zoë', true)], 'Zoë');
    check([0xfe, 0xff, ...wide('Zoë', false)], 'Zoë');
    check(wide('The ferry left.', true), 'The ferry left.');
    check(wide('The ferry left.', false), 'The ferry left.');
  });
  it('reads Windows-1252 and says so', () => {
    check([0x93, ...utf8('Caf'), 0xe9, 0x94, 0x20, 0x80], '“Café” €', ['encoding']);
    check([...utf8('G'), 0xf6, ...utf8('teborg')], 'Göteborg', ['encoding']);
  });
  it('tells what is no text', () => {
    check([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13], undefined, ['binary']);
    check([0xff, 0x01, 0x02, 0x03, 0x04, 0xfe], undefined, ['binary']);
    check(utf8('one\0two'), undefined, ['binary']);
  });
  it('tells what is empty', () => {
    check([], undefined, ['empty']);
    check(utf8(' \r\n\t\n'), undefined, ['empty']);
    check([0xef, 0xbb, 0xbf], undefined, ['empty']);
  });
  it('gives the same text each time', () => {
    const bytes = new Uint8Array([0x93, 0x41, 0xe9]);
    assert.deepEqual(decodeText(bytes), decodeText(bytes));
  });
});
