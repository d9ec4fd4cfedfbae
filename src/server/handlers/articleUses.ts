import { toUri } from '../convert';
import type { ArticleUses } from '../protocol';
import type { PlacedUse, WorkspaceDrafts } from '../workspaceDrafts';

/** How often drafts use each article, in no order; articles that none uses are left out. */
export async function onArticleUses(drafts: WorkspaceDrafts): Promise<ArticleUses[]> {
  const byArticle = new Map<string, PlacedUse[]>();
  for (const use of await drafts.uses()) {
    const key = `${use.ordinal} ${use.path}`;
    byArticle.set(key, [...(byArticle.get(key) ?? []), use]);
  }
  return [...byArticle.values()].map((uses) => {
    const places = (kind: PlacedUse['kind']): number => new Set(uses.filter((use) => use.kind === kind).map(({ uri, start }) => `${uri} ${start}`)).size;
    return { uri: toUri(uses[0]!.path), ordinal: uses[0]!.ordinal, quotes: places('quote'), citations: places('citation'), drafts: new Set(uses.map(({ uri }) => uri)).size };
  });
}
