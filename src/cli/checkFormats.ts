import path from 'node:path';
import { version } from '../../package.json';
import { codeMeanings, defaultSeverities, findingCodes, sourceInWords, type Severity } from '../features/verification/finding';
import { countsInWords } from '../features/verification/verifyDraft';
import type { CheckedDraft } from './checkedDraft';
import { oneLine } from './oneLine';

/** Lines for a terminal: `file:line:column: severity: message [code]`, and a summary for each draft. */
export function asText(drafts: readonly CheckedDraft[]): string {
  return drafts.flatMap(({ name, report, findings }) => [
    ...findings.map(({ finding, severity, range }) => `${oneLine(name)}:${range.start.line + 1}:${range.start.character + 1}: ${severity}: ${oneLine(finding.message)} [${finding.code}]`),
    `${oneLine(name)}: ${countsInWords(report.counts)}`,
  ]).join('\n');
}

/** Workflow commands of GitHub Actions. */
export function asGithub(drafts: readonly CheckedDraft[]): string {
  const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  const levels: Readonly<Record<Exclude<Severity, 'off'>, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };
  return drafts.flatMap(({ name, findings }) => findings.map(({ finding, severity, range: { start, end } }) =>
    `::${levels[severity]} file=${property(name)},line=${start.line + 1},endLine=${end.line + 1},${start.line === end.line ? `col=${start.character + 1},endColumn=${end.character + 1},` : ''}title=${property(`Attest: ${finding.code}`)}::${data(oneLine(finding.message))}`)).join('\n');
}

/** Everything the check says, for other programs. */
export function asJson(drafts: readonly CheckedDraft[], folder: string): string {
  return JSON.stringify(drafts.map(({ name, report, findings }) => ({
    file: name,
    counts: report.counts,
    findings: findings.map(({ finding: { code, message, start, end }, severity, range }) => ({ code, severity, message, start, end, range })),
    quotes: report.quotes.filter(({ counts }) => counts).map(({ quote, words, status, matches, speaker, citation, ignored }) => ({
      start: quote.start, end: quote.end, words, status, ignored,
      speaker: { status: speaker.status, draft: speaker.named?.canonical ?? null, source: speaker.said?.canonical ?? null },
      citation: citation.status,
      sources: matches.map(({ article, comparison }) => ({
        article: slashes(path.relative(folder, article.path)), source: sourceInWords(article), status: comparison.status, start: comparison.source.start, end: comparison.source.end,
        text: comparison.reading.source.text.slice(comparison.source.start, comparison.source.end),
      })),
    })),
  })), null, 1);
}

/** SARIF 2.1.0 (OASIS standard), as code scanning services read it. */
export function asSarif(drafts: readonly CheckedDraft[], folder: string): string {
  const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note', off: 'none' };
  const location = (name: string): object => (path.isAbsolute(name) || name.startsWith('..') ? { uri: encodeURI(name) } : { uri: encodeURI(name), uriBaseId: 'SRCROOT' });
  return JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'Attest', semanticVersion: version, rules: findingCodes.map((id) => ({ id, shortDescription: { text: codeMeanings[id] }, defaultConfiguration: { level: levels[defaultSeverities[id]] } })) } },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { SRCROOT: { description: { text: 'Where the check was run.' } } },
      results: drafts.flatMap(({ name, findings }) => findings.map(({ finding, severity, range: { start, end } }) => ({
        ruleId: finding.code,
        ruleIndex: findingCodes.indexOf(finding.code),
        level: levels[severity],
        message: { text: oneLine(finding.message) },
        locations: [{ physicalLocation: {
          artifactLocation: location(name),
          region: { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1, charOffset: finding.start, charLength: finding.end - finding.start },
        } }],
        ...(finding.related.length > 0 ? { relatedLocations: finding.related.map(({ article, span }, id) => ({
          id, message: { text: sourceInWords(article) },
          physicalLocation: { artifactLocation: location(slashes(path.relative(folder, article.path))), region: { charOffset: span.start, charLength: span.end - span.start } },
        })) } : {}),
      }))),
    }],
  }, null, 1);
}

const slashes = (relative: string): string => relative.split(path.sep).join('/');
