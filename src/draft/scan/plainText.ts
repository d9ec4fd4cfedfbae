import type { Block } from '../text';
import { BlockBuilder } from './builder';
import { isBlankLine, linesOf } from './lines';

/** Plain text: everything is prose; a blank line ends a paragraph. */
export function scanPlainText(text: string): readonly Block[] {
  const builder = new BlockBuilder();
  for (const line of linesOf(text)) {
    if (isBlankLine(text, line)) builder.end();
    else builder.prose(line.start, line.next);
  }
  return builder.finish();
}
