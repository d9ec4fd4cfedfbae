import { t } from '@vscode/l10n';
import type { NameRecord } from '../../corpus/store/store';
import { digits } from '../digits';
import type { Row } from '../protocol';
import { rowId } from './rowId';
import { joined, mentionsInWords, sourcesInWords, spokenOf } from './words';

export type NameKind = NameRecord['kind'];

/** Codicon of a kind of name. */
export const nameIcons: Readonly<Record<NameKind, string>> = { person: 'person', organisation: 'organization', place: 'location' };

export function kindName(kind: NameKind): string {
  switch (kind) {
    case 'person': return t('person');
    case 'organisation': return t('organisation');
    case 'place': return t('place');
  }
}

export function kindHeading(kind: NameKind): string {
  switch (kind) {
    case 'person': return t('People');
    case 'organisation': return t('Organisations');
    case 'place': return t('Places');
  }
}

/** A name as commands on a row get it. */
export function nameData({ id, canonical, kind, aliases, roles, mentions, articles }: NameRecord): Readonly<Record<string, unknown>> {
  return { id, canonical, kind, aliases, roles, mentions, articles };
}

/** A name, with what the sources call its bearer and how much they say. */
export function nameRow(parent: string | undefined, name: NameRecord): Row {
  const { id, canonical, kind, roles, aliases, mentions, articles } = name;
  const [role] = roles, said = t('{0} in {1}', mentionsInWords(mentions), sourcesInWords(articles));
  return {
    id: rowId(parent, 'name', id), kind: 'name', label: canonical, description: joined(digits(mentions), role),
    tooltip: [canonical, joined(kindName(kind), said), roles.length > 0 ? t('Roles: {0}', roles.join('; ')) : '', aliases.length > 0 ? t('Also: {0}', aliases.join('; ')) : ''].filter(Boolean).join('\n'),
    icon: nameIcons[kind], spoken: spokenOf(canonical, kindName(kind), role, said), children: 'closed', item: { kind: 'name', id }, data: nameData(name),
  };
}
