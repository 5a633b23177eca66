import { text } from './scalars.js'
import { z } from 'zod'

/** Characters of all patterns together: each request goes through every one of them. */
const MOST_CHARACTERS = 1000

const length = (patterns: readonly string[]) => patterns.reduce((sum, pattern) => sum + pattern.length, 0)

/** Patterns of repository names as somebody gives them. */
export const givenPatterns = (most: number) =>
  z
    .array(text.max(255))
    .max(most)
    .refine((patterns) => length(patterns) <= MOST_CHARACTERS, {
      message: `has at most ${MOST_CHARACTERS} characters in all`,
      abort: true,
    })
