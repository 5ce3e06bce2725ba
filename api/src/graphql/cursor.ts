/** Between the parts of a cursor: ids, days and moments hold none. */
const SEPARATOR = ',';

/** A cursor names the last row seen by its sort keys; what it holds is no secret from callers, and is theirs to hand back only. */
export const encodeCursor = (...parts: readonly string[]): string => parts.join(SEPARATOR);

/** The parts of a text that a caller handed back as a cursor: whoever reads them demands that each is what it should be. */
export const decodeCursor = (cursor: string): string[] => cursor.split(SEPARATOR);

const MOMENT = /^\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/;

/** Whether a part is a moment as the database writes it. */
export const isMoment = (part: string): boolean => MOMENT.test(part) && !Number.isNaN(Date.parse(part));
