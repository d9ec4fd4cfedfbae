import assert from 'node:assert/strict';
import { coverageOf } from '../../src/webview/coverage';
import { coverageScene, sourcesScene } from '../../src/webview/coverageScene';
import { lanesOf } from '../../src/webview/lanes';
import { pictureText } from '../../src/webview/picture';
import { fitText, type Group, type Scene, stack } from '../../src/webview/scene';
import { escapeXml, svgText } from '../../src/webview/svgText';
import { DAY, isoDay } from '../../src/webview/time';
import { axisScene, gutterOf, lanesScene } from '../../src/webview/timelineScene';
import { event, measure, onDay } from './events';

const layout = (from: string, to: string, width = 900) => ({ window: [Date.parse(from), Date.parse(to)] as const, width, measure });
const marks = ({ groups }: Scene): readonly Group[] => groups.filter(({ mark }) => mark);
const texts = ({ groups }: Scene): string[] => groups.flatMap(({ shapes }) => shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])));
const looks = ({ shapes }: Group): string[] => shapes.map(({ kind, look }) => `${kind} ${look}`);

describe('the scene of the lanes', () => {
  const draw = (events: ReturnType<typeof event>[], from = '2023-01-01', to = '2023-12-31', width = 900) => lanesScene(lanesOf(events, 'type', 10).lanes, layout(from, to, width));

  it('draws a day as a disc, a span as a bar, and what is only known to lie before a day with an arrow', () => {
    const scene = draw([onDay('d', '2023-03-01'), event('m', { start: '2023-06-01', end: '2023-06-30' }), event('b', { end: '2023-11-13', reason: 'no source says when' })]);
    const shapes = Object.fromEntries(marks(scene).map((group) => [group.mark!.ids[0], looks(group)]));
    assert.deepEqual(shapes['d'], ['rect hit', 'circle event fact']);
    assert.deepEqual(shapes['m'], ['rect hit', 'rect event fact span']);
    assert.deepEqual(shapes['b'], ['rect hit', 'path event arrow', 'circle event fact unsure']);
  });
  it('draws a span as wide as the days that come into question', () => {
    const [group] = marks(draw([event('m', { start: '2023-06-01', end: '2023-06-30' })])), bar = group!.shapes[1]!, pixelsADay = (900 - gutterOf(900)) / 364;
    assert.ok(bar.kind === 'rect' && Math.abs(bar.width - 30 * pixelsADay) < 0.5);
  });
  it('draws an event larger the more sources report it', () => {
    const radii = [[1], [1, 2], [1, 2, 3, 4]].map((reportedBy) => marks(draw([onDay('d', '2023-03-01', { reportedBy })]))[0]!.shapes[1]!).map((shape) => shape.kind === 'circle' && shape.r);
    assert.deepEqual(radii, [...radii].sort());
    assert.equal(new Set(radii).size, 3);
  });
  it('says of a mark all that its look says', () => {
    const [group] = marks(draw([onDay('d', '2023-03-01', { title: 'Ada to sue Bea (planned)', fact: false, reason: 'from the publication date', reportedBy: [1, 2], disagreements: ['on the date'] })]));
    assert.equal(group!.mark!.label, 'Ada to sue Bea (planned), 2023-03-01 (from the publication date), 2 sources, sources disagree; lane Other events');
    assert.ok(looks(group!).includes('circle event nofact unsure disputed'));
    assert.ok(looks(group!).includes('path unequal'));
  });
  it('leaves out what lies beyond the window, and says how much that is', () => {
    const scene = draw([onDay('a', '2020-01-01'), onDay('b', '2023-05-01'), onDay('c', '2025-01-01'), onDay('d', '2025-01-02')]);
    assert.deepEqual(marks(scene).map(({ mark }) => mark!.ids), [['b']]);
    assert.ok(texts(scene).includes('← 1 earlier') && texts(scene).includes('2 later →'));
  });
  it('shows a span that reaches over the whole window', () => assert.equal(marks(draw([event('y', { start: '2020-01-01', end: '2029-12-31' })])).length, 1));
  it('puts lane names beside the lanes in a wide tab and above them in a narrow one, cut where they are long', () => {
    const long = 'A type of a very long name that fits into no gutter whatever the width';
    for (const width of [900, 320]) {
      const scene = draw([onDay('a', '2023-05-01', { type: 'x', typeName: long })], '2023-01-01', '2023-12-31', width);
      const name = texts(scene).find((text) => text.startsWith('A type'))!;
      assert.ok(name.includes('…') && measure(name) <= width, name);
    }
    assert.equal(gutterOf(320), 0);
  });
  it('draws the selected event by itself, however many stand at its place', () => {
    const many = Array.from({ length: 50 }, (_, i) => onDay(`m${i}`, '2023-05-01'));
    const scene = lanesScene(lanesOf(many, 'type', 1).lanes, { ...layout('2023-01-01', '2023-12-31'), selected: 'm7' });
    assert.deepEqual(marks(scene).map(({ mark, look }) => [mark!.ids.length, look]), [[1, 'chosen'], [49, 'many']]);
  });
  it('leaves every event where it is when one is selected', () => {
    const some = Array.from({ length: 12 }, (_, i) => onDay(`e${i}`, isoDay(Date.parse('2023-01-10') + i * 9 * DAY))), lanes = lanesOf(some, 'type', 1).lanes;
    const places = (selected?: string): unknown => marks(lanesScene(lanes, { ...layout('2023-01-01', '2023-12-31'), selected })).map(({ mark }) => [mark!.ids, mark!.x, mark!.y]);
    assert.equal((places() as unknown[]).length, 12);
    for (const { id } of some) assert.deepEqual(places(id), places());
  });
  it('draws no more of ten thousand events than there is room for', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => onDay(`m${i}`, isoDay(Date.parse('2014-01-01') + ((i * 37) % 3650) * DAY), { who: [`Name ${i % 40}`, `Name ${(i * 7) % 40}`] }));
    const { lanes } = lanesOf(many, 'name', 10), shown = marks(lanesScene(lanes, layout('2014-01-01', '2024-01-01')));
    assert.ok(shown.length < 1_500, String(shown.length));
    assert.equal(new Set(shown.flatMap(({ mark }) => mark!.ids)).size, 10_000);
    const day = lanesScene(lanes, layout('2018-03-05', '2018-03-06'));
    assert.ok(marks(day).length > 0 && marks(day).length < 20);
  });
});

describe('the scene of the coverage', () => {
  const label = (name: string) => ({ uri: `file:///${name}`, label: name, outlet: name, title: null, published: '1 May 2023' });
  const articles = new Map([[1, label('Times')], [2, label('Post')], [3, label('Post')]]);
  const events = [onDay('a', '2023-05-01', { reportedBy: [1, 2] }), onDay('b', '2023-05-01', { reportedBy: [2] }), event('c', { reportedBy: [3] })];

  it('counts what each source reports, and what it reports alone', () => {
    const { by, columns, rows, alone, hidden } = coverageOf(events, articles, 10);
    assert.deepEqual([by, alone, hidden], ['article', 2, 0]);
    assert.deepEqual(columns.map((column) => [column.label, column.events, column.alone]), [['Post, 1 May 2023', 2, 1], ['Times, 1 May 2023', 1, 0], ['Post, 1 May 2023', 1, 1]]);
    assert.deepEqual(rows.map((row) => [row.event.id, row.columns, row.only]), [['a', [0, 1], undefined], ['b', [0], 'Post, 1 May 2023'], ['c', [2], 'Post, 1 May 2023']]);
  });
  it('compares outlets where there are many articles: two of one outlet are one source', () => {
    const many = new Map(Array.from({ length: 40 }, (_, i) => [i, label(`Outlet ${i % 20}`)] as const));
    const { by, columns, rows, hidden } = coverageOf([onDay('a', '2023-05-01', { reportedBy: [0, 20] }), ...Array.from({ length: 20 }, (_, i) => onDay(`x${i}`, '2023-05-01', { reportedBy: [i, i + 1] }))], many, 6);
    assert.deepEqual([by, columns.length, hidden, rows[0]!.only], ['outlet', 6, 14, 'Outlet 0']);
    assert.ok(rows.some(({ others }) => others > 0));
  });
  it('marks what rests on one source otherwise, and says so', () => {
    const coverage = coverageOf(events, articles, 10), scene = coverageScene(coverage, coverage.rows, { width: 800, measure });
    const cells = marks(scene).map((group) => group.shapes.flatMap(({ kind, look }) => (kind === 'circle' ? [look] : [])));
    assert.deepEqual(cells, [['reported', 'reported'], ['alone'], ['alone']]);
    assert.match(marks(scene)[1]!.mark!.label, /rests on one source: Post, 1 May 2023$/);
    assert.ok(texts(sourcesScene(coverage, { width: 800, measure })).includes('No other source reports'));
  });
  it('has room in a narrow tab', () => {
    const coverage = coverageOf(events, articles, 3), scene = coverageScene(coverage, coverage.rows, { width: 240, measure });
    assert.ok(scene.groups.flatMap(({ shapes }) => shapes).every((shape) => !('x' in shape) || (shape.x >= -1 && shape.x <= 240)));
  });
});

describe('a saved picture', () => {
  const hostile = onDay('x', '2023-05-01', { title: '<script>alert("1")</script> & \u0000\ud800 Ada', reportedBy: [1] });

  it('is an SVG that needs nothing else, in which text of articles is text', () => {
    const { lanes } = lanesOf([hostile], 'type', 10), at = layout('2023-01-01', '2023-12-31');
    const svg = pictureText('events', [axisScene(at), lanesScene(lanes, at)], 'Timeline', 'all', measure);
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" /);
    assert.ok(svg.includes('&#60;script&#62;'));
    assert.doesNotMatch(svg, /<script|<style|<image|href|url\(|foreignObject|class=/);
    assert.doesNotMatch(svg.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''), /[\u0000-\u0008\ud800-\udfff]/);
    assert.doesNotMatch(svg, /NaN|Infinity|undefined/);
  });
  it('escapes what XML does not allow', () => assert.equal(escapeXml('a<b>&"\'\u0007😀\udc00'), 'a&#60;b&#62;&#38;&#34;&#39;\ufffd😀\ufffd'));
  it('has its parts below each other', () => {
    const part = (height: number): Scene => ({ width: 10, height, groups: [{ key: 'k', shapes: [{ kind: 'rect', look: 'grid', x: 0, y: 0, width: 1, height: 1 }] }] });
    const both = stack([part(20), part(30)], 5);
    assert.deepEqual([both.height, both.groups.map(({ key, y }) => [key, y])], [55, [['0:k', 0], ['1:k', 25]]]);
    assert.ok(svgText(both, 't').includes('translate(0 25)'));
  });
});

describe('fitText', () => {
  it('cuts what is too long with an ellipsis, and no character in two', () => {
    assert.equal(fitText('short', 100, measure), 'short');
    assert.equal(fitText('a long title', 49, measure), 'a long…');
    assert.equal(fitText('ab😀cd', 28, measure), 'ab…');
    assert.equal(fitText('anything', 3, measure), '');
  });
});
