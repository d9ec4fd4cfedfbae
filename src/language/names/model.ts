import { Gazetteer } from './gazetteer';
import { gazetteer } from './model/gazetteer';
import { weights } from './model/weights';
import type { Weights } from './tagger';
import { bytesOf, unpackWeights } from './weights';

/** What finding names needs besides the text. */
export interface Model {
  readonly gazetteer: Gazetteer;
  readonly weights: Weights;
}

let loaded: Model | undefined;

/** The model of the bundle, unpacked on first use. */
export function model(): Model {
  loaded ??= { gazetteer: new Gazetteer(bytesOf(gazetteer)), weights: unpackWeights(bytesOf(weights)) };
  return loaded;
}
