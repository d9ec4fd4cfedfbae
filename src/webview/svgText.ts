import type { Scene, Shape } from './scene';

const INK = '#1f2328', FAINT = '#57606a', LINE = '#d0d7de', BLUE = '#0b62c4', ORANGE = '#b35900', PAPER = '#ffffff';
const FONTS = 'Segoe UI, Helvetica Neue, Arial, sans-serif';

/** How looks are drawn on paper: light whatever the theme, since a report is. Later ones go before earlier ones. */
const palette: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  grid: { stroke: LINE, fill: 'none' },
  rule: { stroke: LINE, fill: 'none' },
  event: { fill: BLUE, stroke: BLUE, 'stroke-width': 1.5 },
  nofact: { fill: PAPER },
  unsure: { 'stroke-dasharray': '3 2' },
  span: { 'fill-opacity': 0.35 },
  disputed: { stroke: ORANGE, 'stroke-width': 2 },
  arrow: { fill: 'none' },
  unequal: { stroke: ORANGE, 'stroke-width': 1.4, fill: 'none' },
  cluster: { fill: '#dbe9f9', stroke: BLUE },
  hit: { fill: 'none' },
  line: { fill: 'none' },
  bar: { fill: BLUE },
  chosentitle: { 'font-weight': 600 },
  halo: { fill: '#fff3c4', stroke: 'none' },
  reported: { fill: BLUE, stroke: BLUE, 'stroke-width': 1.5 },
  alone: { fill: PAPER, stroke: ORANGE, 'stroke-width': 2.5 },
  number: { fill: INK, 'font-size': 11 },
  title: { fill: INK, 'font-size': 12 },
  tick: { fill: FAINT, 'font-size': 11 },
  context: { fill: INK, 'font-size': 11, 'font-weight': 600 },
  lanename: { fill: INK, 'font-size': 12, 'font-weight': 600 },
  heading: { fill: INK, 'font-size': 15, 'font-weight': 600 },
  count: { fill: FAINT, 'font-size': 11 },
  note: { fill: FAINT, 'font-size': 11 },
  beyond: { fill: FAINT, 'font-size': 10 },
};

/** Characters that XML has no place for, and those that mean something to it. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

const number = (value: number): string => String(Math.round(value * 100) / 100);

function attributes(look: string): string {
  const all: Record<string, string | number> = {};
  for (const name of look.split(' ')) Object.assign(all, palette[name]);
  return Object.entries(all).map(([name, value]) => ` ${name}="${value}"`).join('');
}

function element(shape: Shape): string {
  const style = attributes(shape.look);
  switch (shape.kind) {
    case 'rect': return `<rect x="${number(shape.x)}" y="${number(shape.y)}" width="${number(Math.max(0, shape.width))}" height="${number(shape.height)}" rx="${number(shape.r ?? 0)}"${style}/>`;
    case 'circle': return `<circle cx="${number(shape.x)}" cy="${number(shape.y)}" r="${number(shape.r)}"${style}/>`;
    case 'path': return `<path d="${escapeXml(shape.d)}"${style}/>`;
    case 'text': {
      const { x, y, anchor, turned, text } = shape;
      return `<text x="${number(x)}" y="${number(y)}"${anchor ? ` text-anchor="${anchor}"` : ''}${turned ? ` transform="rotate(-55 ${number(x)} ${number(y)})"` : ''}${style}>${escapeXml(text)}</text>`;
    }
  }
}

/** A scene as an SVG document that needs nothing else: no style sheet, no script, no font file, no link. Marks carry their words as titles. */
export function svgText(scene: Scene, title: string): string {
  const width = number(Math.ceil(scene.width)), height = number(Math.ceil(scene.height));
  const groups = scene.groups.map(({ x = 0, y = 0, mark, shapes }) => {
    const place = x === 0 && y === 0 ? '' : ` transform="translate(${number(x)} ${number(y)})"`;
    return `<g${place}>${mark ? `<title>${escapeXml(mark.label)}</title>` : ''}${shapes.map(element).join('')}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONTS}" role="img">`,
    `<title>${escapeXml(title)}</title>`, `<rect width="${width}" height="${height}" fill="${PAPER}"/>`, ...groups, '</svg>', '',
  ].join('\n');
}
