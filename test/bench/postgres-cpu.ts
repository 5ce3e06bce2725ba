import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Linux counts CPU time in hundredths of a second, whatever the machine. */
const TICK_MS = 10;

/** CPU time of a cluster's processes so far, in milliseconds; undefined where there is no /proc. */
export function postgresCpu(dataDir: string): number | undefined {
  try {
    const postmaster = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .reduce((sum, pid) => sum + cpuOf(Number(pid), postmaster), 0);
  } catch {
    return undefined;
  }
}

function cpuOf(pid: number, postmaster: number): number {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return 0; // ended meanwhile
  }
  // The name, in brackets, may hold spaces: fields are counted from behind it. See proc(5).
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [parent, user, system, childrenUser, childrenSystem] = [
    fields[1],
    fields[11],
    fields[12],
    fields[13],
    fields[14],
  ];
  if (pid === postmaster) return ((user ?? 0) + (system ?? 0) + (childrenUser ?? 0) + (childrenSystem ?? 0)) * TICK_MS;
  return parent === postmaster ? ((user ?? 0) + (system ?? 0)) * TICK_MS : 0;
}
