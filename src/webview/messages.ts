/** What the web view of the timeline and the extension say to each other. Types only: the two are different programs. */
import type { EventFilter, IndexPhase, PassageLocation, TimelinePage, TimelineParams, TimelinePassage } from '../server/protocol';

/** How a picture is saved. */
export type PictureFormat = 'svg' | 'png';

/** From the extension. */
export type ToTimeline =
  /** The answer to `load` of that number. */
  | { readonly kind: 'page'; readonly request: number; readonly page: TimelinePage }
  /** The answer to `passages`. */
  | { readonly kind: 'passages'; readonly id: string; readonly passages: readonly TimelinePassage[] }
  /** The index answers otherwise than before. */
  | { readonly kind: 'changed' }
  /** The state of the index; `articles` is how many there are. */
  | { readonly kind: 'status'; readonly phase: IndexPhase; readonly articles: number }
  /** The filter of the events view, and how it reads; empty: none. */
  | { readonly kind: 'filter'; readonly filter: EventFilter; readonly label: string }
  /** This event was selected in the events view. */
  | { readonly kind: 'select'; readonly id: string }
  /** The picture is wanted: to be saved, or as a part of something else. */
  | { readonly kind: 'picture'; readonly format: PictureFormat };

/** To the extension. */
export type FromTimeline =
  | { readonly kind: 'ready' }
  | { readonly kind: 'load'; readonly request: number; readonly params: TimelineParams }
  | { readonly kind: 'passages'; readonly id: string }
  /** The writer selected an event. */
  | { readonly kind: 'selected'; readonly id: string }
  | { readonly kind: 'open'; readonly location: PassageLocation }
  /** The event is wanted in the draft, with a citation of that article; without one, of all that report it. */
  | { readonly kind: 'insert'; readonly id: string; readonly article?: number }
  | { readonly kind: 'clearFilter' }
  | { readonly kind: 'save'; readonly format: PictureFormat }
  /** A finished picture: the text of an SVG, or a PNG in base64. */
  | { readonly kind: 'picture'; readonly format: PictureFormat; readonly data: string };

/** What the web view keeps while it is hidden and over a restart of the window. */
export interface TimelineState {
  readonly picture?: 'events' | 'coverage';
  readonly lanes?: 'name' | 'type';
  /** How many lanes of names are shown. */
  readonly most?: number;
  readonly words?: string;
  readonly alone?: boolean;
  /** Milliseconds since 1970, UTC; absent while all is shown. */
  readonly window?: readonly [number, number];
  readonly selected?: string;
}
