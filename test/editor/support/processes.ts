/** The language servers that this extension host has started. */
import { readdirSync, readFileSync } from 'node:fs';

const list = (place: string): string[] => { try { return readdirSync(place); } catch { return []; } };
const read = (file: string): string => { try { return readFileSync(file, 'utf8'); } catch { return ''; } };

/** Megabytes that they take in memory now, and at the most; zero where the system does not tell. */
export function memoryOfServers(): { readonly now: number; readonly most: number } {
  const megabytes = (field: string): number => servers().reduce((sum, id) => sum + Number(new RegExp(`^${field}:\\s*(\\d+) kB`, 'm').exec(read(`/proc/${id}/status`))?.[1] ?? 0), 0) / 1024;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}

/** Their ids; only where the system tells of processes as files. */
export function servers(): number[] {
  return list('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((id) => {
    const parent = /^PPid:\s*(\d+)/m.exec(read(`/proc/${id}/status`))?.[1];
    return Number(parent) === process.pid && read(`/proc/${id}/cmdline`).includes('server.js');
  });
}
