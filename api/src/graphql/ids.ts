const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a given id can name a row at all; what cannot is absent, not an error of the database. */
export const isUuid = (value: string): boolean => UUID.test(value);
