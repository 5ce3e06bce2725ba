import { isAbsolute } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('the configuration', () => {
  it('has a value for everything when nothing is set', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 4000,
      demo: true,
      demoPassword: 'portage-demo',
      logLevel: 'info',
    });
    expect(isAbsolute(config.dataDir)).toBe(true);
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 4000, databaseUrl: undefined });
  });

  it('never seeds the demo in production', () => {
    expect(readConfig({ NODE_ENV: 'production' }).demo).toBe(false);
    expect(() => readConfig({ NODE_ENV: 'production', DEMO: 'on' })).toThrow(/DEMO/);
    expect(readConfig({ DEMO: 'off' }).demo).toBe(false);
  });

  it.each([
    [{ PORT: '70000' }, /PORT: must be a whole number from 0 to 65535$/],
    [{ PORT: 'http' }, /PORT: must be a whole number from 0 to 65535$/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL/],
    [{ DATABASE_URL: 'postgres://a b:c/%%%' }, /DATABASE_URL/],
    [{ PORTAGE_SECRET: 'short' }, /PORTAGE_SECRET/],
    [{ DEMO_PASSWORD: 'short' }, /DEMO_PASSWORD/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
    [{ NODE_ENV: 'staging' }, /NODE_ENV/],
  ])('names what cannot be used: %o', (environment, name) => {
    expect(() => readConfig(environment)).toThrow(ConfigError);
    expect(() => readConfig(environment)).toThrow(name);
  });
});
