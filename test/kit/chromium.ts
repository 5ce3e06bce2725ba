import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

// Web security stays on. Without the network flags Chromium calls home at every start.
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Headless Chromium: the one that CHROMIUM_PATH names, an installed one, or the one from npm. */
export async function launchChromium(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`);
  const installed = named ?? INSTALLED.find((path) => existsSync(path));
  return installed ? chromium.launch({ executablePath: installed, args: ARGS }) : launchPackaged();
}

/** The Chromium that @sparticuz/chromium packs with every library it needs, unpacked below TMPDIR. */
export async function launchPackaged(): Promise<Browser> {
  // The package brings its libraries along only where it believes itself in this runtime.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  // It is the headless shell, and its own default arguments switch web security off.
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...ARGS, '--headless=shell'] });
}
