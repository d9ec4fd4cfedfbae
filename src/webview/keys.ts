import type { Step } from './walk';

/** What a key does in the picture. */
export type KeyAction =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'pan'; readonly share: number }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'all' | 'choose' | 'enter' | 'insert' | 'filter' | 'clear' };

/** A key that was pressed, as a keyboard event has it. */
interface Pressed { readonly key: string; readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly altKey: boolean }

const steps: Readonly<Record<string, Step>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down', Home: 'first', End: 'last' };
const plain: Readonly<Record<string, Exclude<KeyAction['kind'], 'step' | 'pan' | 'zoom'>>> = { '0': 'all', ' ': 'choose', Enter: 'enter', i: 'insert', '/': 'filter', Escape: 'clear' };

/** The action of a key; undefined for keys that are the editor's. */
export function actionOf({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): KeyAction | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (shiftKey && (key === 'ArrowLeft' || key === 'ArrowRight')) return { kind: 'pan', share: key === 'ArrowLeft' ? -0.25 : 0.25 };
  if (key === '+' || key === '=') return { kind: 'zoom', factor: 1.6 };
  if (key === '-' || key === '_') return { kind: 'zoom', factor: 1 / 1.6 };
  const step = steps[key], kind = plain[key];
  return step ? { kind: 'step', step } : kind ? { kind } : undefined;
}
