/** Pictures as files that are small enough to come along with the extension: colours from a palette, by UPNG.js. */
import { readFileSync, writeFileSync } from 'node:fs';
import UPNG from 'upng-js';
import { type Frame } from '../../test/editor/support/protocol';

/** Colours of a still picture, and of one in motion: text on the screen has few, and its edges many. */
const COLOURS = 256, COLOURS_IN_MOTION = 96;

/** Writes a PNG anew with a palette. */
export function withPalette(file: string): void {
  const { width, height, pixels } = read(file);
  writeFileSync(file, Buffer.from(UPNG.encode([pixels], width, height, COLOURS)));
}

/** Writes pictures of one size as one that moves, an animated PNG: browsers play it, everything else shows the first. */
export function inMotion(target: string, frames: readonly (Omit<Frame, 'picture'> & { readonly file: string })[]): void {
  const pictures = frames.map(({ file }) => read(file)), [first] = pictures;
  if (!first) throw new Error('There is nothing to animate.');
  if (pictures.some(({ width, height }) => width !== first.width || height !== first.height)) throw new Error('The pictures differ in size.');
  writeFileSync(target, Buffer.from(UPNG.encode(pictures.map(({ pixels }) => pixels), first.width, first.height, COLOURS_IN_MOTION, frames.map(({ ms }) => ms))));
}

function read(file: string): { readonly width: number; readonly height: number; readonly pixels: ArrayBuffer } {
  const bytes = new Uint8Array(readFileSync(file)), picture = UPNG.decode(bytes.buffer);
  return { width: picture.width, height: picture.height, pixels: UPNG.toRGBA8(picture)[0]! };
}
