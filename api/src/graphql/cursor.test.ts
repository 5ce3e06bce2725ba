import { describe, expect, it, test } from 'vitest';
import { decodeCursor, encodeCursor, isMoment } from './cursor.ts';

test('a cursor comes back as the parts that it was made of, empty ones too', () => {
  const parts = ['', '2026-11-22T09:30:00.123456+00:00', '7d4f3a52-6f0e-4c0b-9d2e-0c8f3a1f5b11'];
  expect(decodeCursor(encodeCursor(...parts))).toEqual(parts);
});

describe('a moment', () => {
  it.each(['2026-11-22T09:30:00+00:00', '2026-11-22T09:30:00.123456+00:00', '2026-11-22T09:30:00Z'])(
    'is what the database writes: %s',
    (moment) => expect(isMoment(moment)).toBe(true),
  );

  it.each(['', '1', 'infinity', '2026-11-22', '2026-13-22T09:30:00Z', '2026-11-22T09:30:00', 'yesterday'])(
    'is not whatever a caller makes of it: "%s"',
    (text) => expect(isMoment(text)).toBe(false),
  );
});
