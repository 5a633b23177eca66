import profile from '../profile/texts.en-US.json'

/** Texts of pages that are opened seldom. */
export const laterTexts = { ...profile }

export type LaterTexts = typeof laterTexts
