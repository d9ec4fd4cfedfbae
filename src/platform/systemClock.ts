import type { Clock } from '../corpus/ports';

export const systemClock: Clock = { now: () => Date.now() };
