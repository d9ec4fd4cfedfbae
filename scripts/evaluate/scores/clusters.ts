import { bestAssignment } from './assignment';
import { harmonic } from './prf';

/** A partition of mentions, each known by a string. */
export type Clusters = readonly (readonly string[])[];

export interface Agreement { readonly precision: number; readonly recall: number; readonly f1: number }

const agreement = (right: number, found: number, rightToo: number, gold: number): Agreement => {
  const precision = found ? right / found : 0, recall = gold ? rightToo / gold : 0;
  return { precision, recall, f1: harmonic(precision, recall) };
};

/** Links kept (Vilain et al. 1995): of the links that hold the clusters of `a` together, how many `b` has, and how many there are. */
function links(a: Clusters, b: Clusters): [number, number] {
  const clusterOf = new Map(b.flatMap((cluster, i) => cluster.map((mention) => [mention, i] as const)));
  let kept = 0, all = 0;
  for (const cluster of a) {
    if (cluster.length < 2) continue;
    const parts = new Set<number>();
    let alone = 0;
    for (const mention of cluster) { const part = clusterOf.get(mention); if (part === undefined) alone++; else parts.add(part); }
    kept += cluster.length - parts.size - alone;
    all += cluster.length - 1;
  }
  return [kept, all];
}

export function muc(gold: Clusters, found: Clusters): Agreement {
  const [kept, all] = links(gold, found), [right, made] = links(found, gold);
  return agreement(right, made, kept, all);
}

function cubed(a: Clusters, b: Clusters): [number, number] {
  const other = new Map(b.flatMap((cluster) => { const set = new Set(cluster); return cluster.map((mention) => [mention, set] as const); }));
  let sum = 0, count = 0;
  for (const cluster of a) for (const mention of cluster) {
    count++;
    const set = other.get(mention);
    if (set) sum += cluster.filter((each) => set.has(each)).length / cluster.length;
  }
  return [sum, count];
}

/** B-cubed (Bagga and Baldwin 1998); mentions missing on a side count as wrong there. */
export function bCubed(gold: Clusters, found: Clusters): Agreement {
  const [kept, all] = cubed(gold, found), [right, made] = cubed(found, gold);
  return agreement(right, made, kept, all);
}

/** CEAF over entities (Luo 2005): the best one-to-one alignment of clusters, by the share of mentions in common. */
export function ceaf(gold: Clusters, found: Clusters): Agreement {
  const total = alignment(gold, found);
  return agreement(total, found.length, total, gold.length);
}

/** Clusters that share mentions over any number of steps are aligned together; each such group is solved exactly. */
function alignment(gold: Clusters, found: Clusters): number {
  const clusterOf = new Map(found.flatMap((cluster, j) => cluster.map((mention) => [mention, j] as const)));
  const shares = gold.map((cluster) => {
    const common = new Map<number, number>();
    for (const mention of cluster) { const j = clusterOf.get(mention); if (j !== undefined) common.set(j, (common.get(j) ?? 0) + 1); }
    return new Map([...common].map(([j, count]) => [j, (2 * count) / (cluster.length + found[j]!.length)]));
  });
  const meeting = new Map<number, number[]>();
  shares.forEach((share, i) => { for (const j of share.keys()) meeting.set(j, [...(meeting.get(j) ?? []), i]); });
  const seen = new Set<number>();
  let total = 0;
  for (let i = 0; i < gold.length; i++) {
    if (seen.has(i) || shares[i]!.size === 0) continue;
    const rows: number[] = [], columns = new Map<number, number>(), waiting = [i];
    seen.add(i);
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      rows.push(row);
      for (const j of shares[row]!.keys()) {
        if (columns.has(j)) continue;
        columns.set(j, columns.size);
        for (const next of meeting.get(j)!) if (!seen.has(next)) { seen.add(next); waiting.push(next); }
      }
    }
    const size = Math.max(rows.length, columns.size);
    const weights = Array.from({ length: size }, () => new Array<number>(size).fill(0));
    rows.forEach((row, r) => { for (const [j, share] of shares[row]!) weights[r]![columns.get(j)!] = share; });
    total += bestAssignment(weights);
  }
  return total;
}

/** The three measures and their mean F1, which the CoNLL shared tasks rank by. */
export function conll(gold: Clusters, found: Clusters): { readonly muc: Agreement; readonly bCubed: Agreement; readonly ceaf: Agreement; readonly mean: Agreement } {
  const all = { muc: muc(gold, found), bCubed: bCubed(gold, found), ceaf: ceaf(gold, found) };
  const mean = (pick: keyof Agreement): number => (all.muc[pick] + all.bCubed[pick] + all.ceaf[pick]) / 3;
  return { ...all, mean: { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') } };
}
