/** The newest migration that the statements of this service rely on. */
export const NEEDED_MIGRATION = '0060-lists-at-size'
