import type { Participant } from '../types';
import type { EventEvidence } from './index';
import { participantOf, phraseAt, type Scene } from './participants';

/** Who was spoken of last as a subject, so that a pronoun that opens a sentence can be resolved. */
export class SubjectMemory {
  private person: Participant | null = null;
  private body: Participant | null = null;

  constructor(private readonly evidence: EventEvidence) {}

  /** The last person for `he` and `she`, the last organisation or place for `it`; null for others and when there was none. */
  recall(pronoun: string): Participant[] | null {
    const found = pronoun === 'he' || pronoun === 'she' ? this.person : pronoun === 'it' ? this.body : null;
    return found ? [found] : null;
  }

  /** Takes note of the named subjects of a sentence. */
  note(scene: Scene): void {
    for (const phrases of scene.subjects) {
      if (phrases?.length !== 1) continue;
      if (scene.reading.marks.mention[phraseAt(scene, phrases[0]!).head]! < 0) continue;
      const participant = participantOf(scene, phrases[0]!);
      if (!participant || participant.name === null) continue;
      if (this.evidence.names[participant.name]?.kind === 'person') this.person = participant;
      else this.body = participant;
    }
  }
}
