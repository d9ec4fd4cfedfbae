import { LineIndex } from '../corpus/lines';
import type { LineRange } from '../corpus/store/store';
import type { Finding, Severity } from '../features/verification/finding';
import type { DraftReport } from '../features/verification/verifyDraft';

/** A draft that was checked, as the formats of the report need it. */
export interface CheckedDraft {
  /** Absolute path. */
  readonly path: string;
  /** Relative to where the command runs, with forward slashes. */
  readonly name: string;
  readonly report: DraftReport;
  /** Those that are reported, in order. */
  readonly findings: readonly { readonly finding: Finding; readonly severity: Exclude<Severity, 'off'>; readonly range: LineRange }[];
}

/** Puts a report together; findings whose severity is `off` are left out. */
export function checkedDraft(path: string, name: string, text: string, report: DraftReport, severityOf: (finding: Finding) => Severity): CheckedDraft {
  const lines = new LineIndex(text);
  const findings = report.findings.flatMap((finding) => {
    const severity = severityOf(finding);
    return severity === 'off' ? [] : [{ finding, severity, range: lines.range(finding.start, finding.end) }];
  });
  return { path, name, report, findings };
}
