import { resolve } from 'node:path';
import { z } from 'zod';

const PORT_RANGE = 'must be a whole number from 0 to 65535';
const port = z.coerce.number(PORT_RANGE).int(PORT_RANGE).min(0, PORT_RANGE).max(65_535, PORT_RANGE);

const Environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(4000),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .refine((text) => URL.canParse(text), 'is no address that can be read')
    .optional(),
  PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^/]+$/, 'must be an origin without a path, such as https://portage.example.org')
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .refine((text) => URL.canParse(text), 'is no address that can be read')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\n]*<)?[^\s@<>]+@[^\s@<>]+>?$/, 'must be an address, or a name and an <address>')
    .optional(),
  PORTAGE_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  DEMO_PASSWORD: z.string().min(8, 'must have at least 8 characters').default('portage-demo'),
  DEMO: z.enum(['on', 'off']).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: z.enum(['on', 'off']).default('off'),
  TEST_FAMILIES_FILE: z.string().optional(),
  FOLLOW_UP_RULES_FILE: z.string().optional(),
  TEST_PRICES_FILE: z.string().optional(),
});

/** What the operator set, read once at boot. See the table in README.md. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  /** TCP port; 0 takes a free one. */
  readonly port: number;
  /** Absolute path of the folder that holds the embedded database, keys and audit checkpoints. */
  readonly dataDir: string;
  /** An external PostgreSQL, as its owner; absent: the embedded one. */
  readonly databaseUrl: string | undefined;
  /** From which the database roles' passwords are derived; absent: a random one kept in `dataDir`. */
  readonly secret: string | undefined;
  /** Whether the demo cohort and accounts are seeded. */
  readonly demo: boolean;
  readonly demoPassword: string;
  readonly logLevel: string;
  /** Origin under which clients reach Portage; needed for CDS Hooks in production. */
  readonly publicUrl: string | undefined;
  readonly trustProxy: boolean;
  /** Absolute path of the centre's own test families, codes and intervals. */
  readonly testFamiliesFile: string | undefined;
  /** Absolute path of the centre's own follow-up rules. */
  readonly followUpRulesFile: string | undefined;
  /** Absolute path of the centre's price table. */
  readonly testPricesFile: string | undefined;
  /** The mail server; absent: none in production, a local sink elsewhere. */
  readonly mail: { readonly url: string; readonly from: string } | undefined;
}

/** A setting that cannot be used; the message names it and says why. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the configuration from environment variables.
 * @throws {ConfigError} naming each variable that cannot be used.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  // An empty variable is an unset one: that is how shells and compose files leave a value out.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  }
  const env = parsed.data;
  const production = env.NODE_ENV === 'production';
  if (production && env.DEMO === 'on') {
    throw new ConfigError('DEMO: the demo cohort is never seeded when NODE_ENV=production');
  }
  if (env.SMTP_URL !== undefined && env.MAIL_FROM === undefined) {
    throw new ConfigError('MAIL_FROM: is needed with SMTP_URL; mails must come from somewhere');
  }
  if (env.SMTP_URL !== undefined && production && env.PUBLIC_URL === undefined) {
    throw new ConfigError('PUBLIC_URL: is needed with SMTP_URL; mails must lead somewhere');
  }
  return Object.freeze({
    production,
    host: env.HOST,
    port: env.PORT,
    dataDir: resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    secret: env.PORTAGE_SECRET,
    demo: !production && env.DEMO !== 'off',
    demoPassword: env.DEMO_PASSWORD,
    logLevel: env.LOG_LEVEL,
    publicUrl: env.PUBLIC_URL,
    trustProxy: env.TRUST_PROXY === 'on',
    testFamiliesFile: env.TEST_FAMILIES_FILE && resolve(env.TEST_FAMILIES_FILE),
    followUpRulesFile: env.FOLLOW_UP_RULES_FILE && resolve(env.FOLLOW_UP_RULES_FILE),
    testPricesFile: env.TEST_PRICES_FILE && resolve(env.TEST_PRICES_FILE),
    mail: env.SMTP_URL === undefined ? undefined : { url: env.SMTP_URL, from: env.MAIL_FROM ?? '' },
  });
}
