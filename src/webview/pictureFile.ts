import type { PictureFormat } from './messages';

/** Device pixels for each pixel of a PNG, and the most that browsers draw. */
const FINE = 2, LARGEST = 16_000;

/** The picture as what is written to the file: the text of the SVG, or the PNG of it in base64. */
export async function fileOf(svg: string, format: PictureFormat): Promise<string> {
  if (format === 'svg') return svg;
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(FINE, LARGEST / image.height, LARGEST / image.width);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
  } finally {
    URL.revokeObjectURL(address);
  }
}
