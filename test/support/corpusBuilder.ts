import type { Metadata } from '../../src/article/article';
import type { Analysis, EventMention, EventType, Modality, Name, NameKind, NameMention, Participant, Quotation, Span, TextSpan } from '../../src/language/types';
import type { IndexedFile } from '../../src/corpus/store/store';
import type { MemoryFileSystem } from './memoryFileSystem';

/** A quotation by its words; speaker and cue as they stand in the text, `of` the speaker's canonical form. */
export interface QuotationSpec { readonly text: string; readonly speaker?: string; readonly of?: string; readonly cue?: string; readonly form?: 'direct' | 'indirect'; /** Part of the utterance before it. */ readonly goesOn?: boolean }

export interface EventSpec {
  /** The clause, as it stands in the text. */
  readonly text: string;
  readonly trigger: string;
  readonly title?: string;
  readonly lemma?: string;
  readonly who?: readonly string[];
  readonly whom?: readonly string[];
  readonly where?: string;
  readonly date?: string;
  readonly type?: EventType;
  readonly modality?: Modality;
  readonly salience?: 'main' | 'minor';
}

/** An article and what is to be known of it: everything is given by the words that stand in the text. */
export interface ArticleSpec {
  readonly text: string;
  readonly published?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly url?: string;
  /** Canonical form to kind, aliases and roles; each occurrence of a form is a mention, longer forms first. */
  readonly names?: Readonly<Record<string, { readonly kind: NameKind; readonly aliases?: readonly string[]; readonly roles?: readonly string[] }>>;
  readonly quotations?: readonly QuotationSpec[];
  readonly events?: readonly EventSpec[];
  /** Stretches that are no article text. */
  readonly noise?: readonly string[];
}

/** Puts a file into the file system and gives what an indexer would hand to the store. */
export async function indexed(files: MemoryFileSystem, path: string, spec: ArticleSpec): Promise<IndexedFile> {
  files.write(path, spec.text);
  const { size, mtimeMs } = await files.stat(path);
  const hash = contentHash(new TextEncoder().encode(spec.text));
  return { ...extracted(path, [spec]), stamp: { size, mtimeMs, hash }, textIsFile: true };
}

/** A file of a format whose text is extracted: the store has to keep it. */
export function extracted(path: string, specs: readonly ArticleSpec[]): IndexedFile {
  return {
    path,
    stamp: { size: 1, mtimeMs: 1, hash: contentHash(new TextEncoder().encode(JSON.stringify(specs))) },
    articles: specs.map((spec) => ({
      text: spec.text, metadata: metadataOf(spec), analysis: analysisOf(spec),
      noise: (spec.noise ?? []).map((text) => ({ ...find(spec.text, text), kind: 'advertisement' as const })),
    })),
    problems: [],
    textIsFile: false,
  };
}

/** Some hash, the same for the same bytes. */
export function contentHash(bytes: Uint8Array): string {
  let hash = 7;
  for (const byte of bytes) hash = (Math.imul(hash, 31) + byte) >>> 0;
  return hash.toString(16);
}

export function analysisOf(spec: ArticleSpec): Analysis {
  const { text } = spec;
  const names = Object.entries(spec.names ?? {}).map(([canonical, name]): Name => ({
    canonical, kind: name.kind, aliases: name.aliases ?? [], roles: (name.roles ?? []).map((role) => find(text, role)),
  }));
  const participant = (words: string, canonical = words): Participant => {
    const name = names.findIndex((each) => each.canonical === canonical || each.aliases.includes(canonical));
    return { ...find(text, words), name: name < 0 ? null : name, canonical: names[name]?.canonical ?? words };
  };
  return {
    sentences: sentencesOf(text, (spec.noise ?? []).map((words) => find(text, words))),
    names,
    mentions: mentionsOf(text, names),
    quotations: (spec.quotations ?? []).map((each, utterance): Quotation => ({
      ...find(text, each.text), form: each.form ?? 'direct', utterance: utterance - ((spec.quotations ?? [])[utterance]?.goesOn ? 1 : 0),
      speaker: each.speaker === undefined ? null : participant(each.speaker, each.of ?? each.speaker),
      cue: each.cue === undefined ? null : find(text, each.cue),
    })),
    dates: [],
    events: (spec.events ?? []).map((each): EventMention => ({
      ...find(text, each.text), trigger: find(text, each.trigger), lemma: each.lemma ?? each.trigger, title: each.title ?? each.text,
      type: each.type ?? 'other', modality: each.modality ?? 'fact', ...(each.salience ? { salience: each.salience } : {}),
      who: (each.who ?? []).map((who) => participant(who)), whom: (each.whom ?? []).map((whom) => participant(whom)),
      where: each.where === undefined ? null : participant(each.where),
      date: each.date === undefined ? null : { value: each.date, certainty: 'stated', expression: null },
    })),
  };
}

function metadataOf({ published, outlet, title, url }: ArticleSpec): Metadata {
  const stated = (value: string) => ({ value, basis: 'front matter' as const });
  return {
    ...(published === undefined ? {} : { published: stated(published) }),
    ...(outlet === undefined ? {} : { outlet: stated(outlet) }),
    ...(title === undefined ? {} : { title: stated(title) }),
    ...(url === undefined ? {} : { url: stated(url) }),
  };
}

function find(text: string, words: string): TextSpan {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`the text has no "${words}"`);
  return { start, end: start + words.length, text: words };
}

function mentionsOf(text: string, names: readonly Name[]): NameMention[] {
  const forms = names.flatMap((name, index) => [name.canonical, ...name.aliases].map((form) => ({ form, index, kind: name.kind, certain: form === name.canonical })));
  const taken: Span[] = [];
  const mentions: NameMention[] = [];
  for (const { form, index, kind, certain } of forms.sort((a, b) => b.form.length - a.form.length)) {
    for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
      const end = start + form.length;
      if (taken.some((span) => span.start < end && start < span.end)) continue;
      taken.push({ start, end });
      mentions.push({ start, end, text: form, kind, name: index, certain });
    }
  }
  return mentions.sort((a, b) => a.start - b.start);
}

function sentencesOf(text: string, noise: readonly Span[]): Span[] {
  return [...text.matchAll(/[^\s.!?][^.!?]*[.!?]*["”]?/g)]
    .map((match) => ({ start: match.index, end: match.index + match[0].trimEnd().length }))
    .filter((span) => !noise.some((each) => each.start < span.end && span.start < each.end));
}
