/** Text with the blanks it needs at a place of a draft, so that no two words run together. */
export function fitted(text: string, draft: string, offset: number): string {
  const before = /[^\s([{“‘«„"'—–-]$/u.test(draft.slice(Math.max(0, offset - 1), offset)) && !/^[\s,.;:]/.test(text) ? ' ' : '';
  const after = /^[\p{L}\p{N}“‘«„([]/u.test(draft.slice(offset, offset + 2)) ? ' ' : '';
  return before + text + after;
}
