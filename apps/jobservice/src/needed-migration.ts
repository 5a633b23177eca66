/** The newest migration that the statements of this service rely on. */
export const NEEDED_MIGRATION = '0061-missed-events'
