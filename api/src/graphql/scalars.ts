import 'reflect-metadata';
import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/** Whether the text is a day that the calendar has: 2024-02-29 is, 2023-02-29 is not. */
function isDay(text: string): boolean {
  const parts = DAY.exec(text);
  if (!parts) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function isInstant(text: string): boolean {
  const parts = INSTANT.exec(text);
  return parts?.[1] !== undefined && isDay(parts[1]);
}

/** A scalar that is a string on both sides: checked on its way in, passed through on its way out. */
function textScalar(
  name: string,
  description: string,
  expected: string,
  accepts: (text: string) => boolean,
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw new GraphQLError(`${name} must be ${expected}.`, { extensions: { code: 'BAD_USER_INPUT' } });
  };
  return new GraphQLScalarType({
    name,
    description,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
    serialize: (value: unknown) => {
      if (typeof value === 'string') return value;
      throw new TypeError(`${name} is carried as a string, not as ${typeof value}`);
    },
  });
}

export const DateScalar = textScalar(
  'Date',
  'A calendar day without a time or zone, as YYYY-MM-DD.',
  'a calendar day as YYYY-MM-DD',
  isDay,
);

export const DateTimeScalar = textScalar(
  'DateTime',
  'An instant as RFC 3339 with its offset, given out in UTC: 2026-11-22T16:05:00Z.',
  'an instant as RFC 3339 with an offset, such as 2026-11-22T16:05:00Z',
  isInstant,
);
