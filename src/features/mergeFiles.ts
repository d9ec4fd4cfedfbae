import { articleContext, mergeEvents, type MergedEvent, type StoredEventMention } from '../corpus/merging';
import type { IndexedFile } from '../corpus/store/store';

/** The article of a mention in {@link mergeFiles}: path of the file and position in it. */
export interface MentionPlace {
  readonly path: string;
  readonly ordinal: number;
}

/**
 * All events that files report, those mentioned in passing too, merged over all of them at once. Thorough, and so for a folder that fits into memory:
 * the index merges what its lists show, and adds to it article by article.
 */
export function mergeFiles(files: readonly IndexedFile[]): { readonly events: readonly MergedEvent[]; placeOf(mention: StoredEventMention): MentionPlace } {
  const places: MentionPlace[] = [];
  const mentions = [...files].sort((a, b) => (a.path < b.path ? -1 : 1)).flatMap(({ path, articles }) => articles.flatMap(({ text, metadata, analysis }, ordinal) => {
    const articleId = places.push({ path, ordinal }) - 1, context = articleContext(text), published = metadata.published?.value;
    return analysis.events.map((mention, index): StoredEventMention => ({ ...mention, articleId, index, context, ...(published === undefined ? {} : { published }) }));
  }));
  return { events: mergeEvents(mentions), placeOf: ({ articleId }) => places[Number(articleId)]! };
}
