import { findNameItems, likeNames } from '../../features/findNames';
import { shortened } from '../../features/oneLine';
import type { ServerContext } from '../context';
import { toNamePassage } from '../convert';
import type { NameItem, NamePassage, NamePassagesParams, NamesParams } from '../protocol';

/** Characters of a name or a role. */
const LONGEST = 160;

export async function onNames({ session }: ServerContext, params: NamesParams): Promise<NameItem[]> {
  if (!session.store) return [];
  const names = await (params.like === undefined || params.form.trim() !== '' ? findNameItems(session.store, params.form, params.limit) : likeNames(session.store, params.like, params.limit));
  return names.map(({ id, canonical, kind, roles, mentions, articles }) => ({ id, canonical: shortened(canonical, LONGEST), kind, role: roles[0] === undefined ? null : shortened(roles[0], LONGEST), mentions, articles }));
}

export async function onNamePassages({ session }: ServerContext, params: NamePassagesParams): Promise<NamePassage[]> {
  if (!session.store) return [];
  return (await session.store.mentions(params.id, { offset: 0, limit: params.limit })).map(toNamePassage);
}
