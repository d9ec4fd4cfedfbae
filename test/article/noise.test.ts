import assert from 'node:assert/strict';
import type { NoiseKind } from '../../src/article/article';
import { findNoise } from '../../src/article/noise';
import { growth } from '../support/growth';

const before = 'The harbour of Lisdun was closed on Monday.\n', after = '\nShips were sent to Tamoor instead.\n';

/** The line, alone in an article, is noise of this kind as a whole, or none. */
function check(line: string, kind: NoiseKind | undefined): void {
  const text = `${before}${line}${after}`;
  const found = findNoise(text).map((span) => [span.kind, text.slice(span.start, span.end)]);
  assert.deepEqual(found, kind ? [[kind, line.trim()]] : [], line);
}

describe('noise', () => {
  it('knows ad markers', () => {
    for (const line of ['ADVERTISEMENT', 'Advertisement', '  - Advertisement -  ', 'Story continues below', 'Story continues below advertisement', '[Article continues after ad]', 'Sponsored content', 'Scroll to continue']) check(line, 'advertisement');
  });
  it('knows promotion', () => {
    for (const line of [
      'Sign up for our daily newsletter and get the top stories in your inbox.',
      'Subscribe to the Lisdun Herald for unlimited access.',
      'Follow us on Facebook and Instagram',
      'Read more: Divers find cracks in the wall',
      'READ MORE: Divers find cracks in the wall',
      'Related: How the wall was built',
      'Click here to see the photographs.',
      'Download our app for the latest news.',
      'Want to know what the storm means for your town? Try Herald Insight, our growing collection of explainers, maps and infographics from an award-winning newsroom.',
      'Have a news tip for our reporters? Send us an email, or join our Telegram channel.',
    ]) check(line, 'promotion');
  });
  it('knows the furniture of pages and legal notes', () => {
    for (const line of [
      'Share this article', 'Facebook Twitter WhatsApp Email', 'Share on Facebook', 'Photo: Mara Lindqvist', '(Photo by Mara Lindqvist/Getty Images)', 'REUTERS/Mara Lindqvist',
      '© 2024 Lisdun Herald', 'Copyright 2024 Lisdun Herald. All rights reserved.', 'This article was originally published by the Lisdun Herald.',
      'This story first appeared in the Lisdun Herald on Sunday.', 'Tags: harbours, storms', 'Comments (12)', 'https://example.org/story', '* * *',
    ]) check(line, 'boilerplate');
    check('(Reporting by Mara Lindqvist; Editing by Juan Vega)', 'byline');
  });
  it('leaves prose alone', () => {
    for (const line of [
      'Advertisement spending in Lisdun fell by a third, the chamber of commerce said.',
      'The minister told young men to sign up for the army.',
      'Sign up for the army or pay, the government told young men on Friday.',
      '“Follow us,” the soldiers shouted at the crowd.',
      '"You should read more newsletters and download our app," the premier said.',
      'Read more carefully, the judge told the lawyers, or lose your licence.',
      'You can see the cracks in the northern wall from the road.',
      'You and your allies have broken our treaty, the premier wrote to Tamoor.',
      'Copyright law was changed in 2024 to protect newspapers.',
      'Share prices fell in Tamoor.',
      'Our team lost, the captain told reporters, because your referees were bought.',
      'Facebook said it would close its office in Lisdun.',
      'Twitter was blocked.',
      'The platform, a curated channel with exclusive podcasts and a newsletter, was closed by the regulator.',
      'This article of the constitution was first amended in 1951.',
      'Photographs of the wall were shown in court.',
      'Image is everything in Tamoor.',
      'Get out of the harbour while you can, the coast guard warned crews.',
      'Support for our premier, once the most trusted man in Lisdun, has halved.',
      'Help came from Tamoor.',
      'Related charges were dropped.',
      'Print runs are falling.',
      'Watch towers line the road.',
      'More: that was what they asked for.',
      'Thank you.',
    ]) check(line, undefined);
  });
  it('never swallows a paragraph that only ends in a marker', () => {
    check(`${'The wall cracked in the storm and nobody was hurt. '.repeat(3)}Read more: The wall`, undefined);
  });
  it('takes time in proportion to the text', () => {
    const hostile = (n: number): string => `${'a '.repeat(n)}\n${'© '.repeat(n)}\n${'Facebook '.repeat(n)}\n${'-'.repeat(n)}\n${'sign up '.repeat(n)}\n${'\n'.repeat(n)}${`${'Share on '.repeat(9)}\n`.repeat(n / 100)}`;
    assert.ok(growth((size) => { const text = hostile(size); return () => findNoise(text); }, 50_000, 2.3) < 2.3);
  });
});
