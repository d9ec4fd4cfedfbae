import path from 'node:path';
import { sourceReport } from '../../features/sourceReport';
import { writeSourceReport } from '../../features/sourceReportText';
import type { DraftChecker } from '../checking';
import { toPath } from '../convert';
import type { SourceReportParams, SourceReportText } from '../protocol';

/** The source report of an open draft; null when there is none to be made. */
export async function onSourceReport(checker: DraftChecker, { uri, format, timeline: svg }: SourceReportParams): Promise<SourceReportText | null> {
  const checked = await checker.settled(uri);
  if (!checked) return null;
  const file = uri.startsWith('file:') ? toPath(uri) : 'draft';
  const report = sourceReport(file, checked.draft.text, checked.report);
  const stem = path.basename(file, path.extname(file)), timeline = svg === undefined ? undefined : { svg, file: `${stem}.timeline.svg` };
  return {
    name: `${stem}.sources.${format === 'html' ? 'html' : 'md'}`, text: writeSourceReport(report, format, timeline),
    ...(timeline && format === 'markdown' ? { picture: { name: timeline.file, text: timeline.svg } } : {}),
  };
}
