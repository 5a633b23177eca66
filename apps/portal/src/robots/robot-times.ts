/** Seconds since 1970 as the API's other times are; -1 is never. */
export const timeOf = (seconds: number | undefined): string | undefined =>
  seconds === undefined || seconds < 0 ? undefined : new Date(seconds * 1000).toISOString()
