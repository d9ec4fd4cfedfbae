import { legendScene } from './legend';
import { fitText, type Measure, padded, type Scene, stack } from './scene';
import { svgText } from './svgText';

/** A picture to be saved: its parts below each other under a heading, the legend below them, as the text of an SVG. */
export function pictureText(picture: 'events' | 'coverage', parts: readonly Scene[], heading: string, note: string, measure: Measure): string {
  const width = Math.max(...parts.map((part) => part.width));
  const title: Scene = {
    width, height: 48, groups: [{
      key: 'title', shapes: [
        { kind: 'text', look: 'heading', x: 8, y: 18, text: fitText(heading, width / 1.3, measure) },
        { kind: 'text', look: 'note', x: 8, y: 36, text: fitText(note, width - 16, measure) },
      ],
    }],
  };
  const lines: Scene = stack([title, ...parts]), legend = legendScene(picture, width, measure);
  return svgText(padded(stack([lines, legend], 10), 16), heading);
}
