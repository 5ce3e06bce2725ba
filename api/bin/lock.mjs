import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Takes the lock at `path` once no living process holds it; answers with the function that gives it back.
 * @param {string} path
 * @returns {Promise<() => void>}
 */
export async function lock(path) {
  mkdirSync(dirname(path), { recursive: true });
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!holderAlive(path)) rmSync(path, { force: true });
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function holderAlive(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    // In a container every run may have the same process id: a file with our own was left by a run that died.
    if (pid === process.pid) return false;
    // A holder between creating and filling the file is alive.
    return pid === 0 || process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
