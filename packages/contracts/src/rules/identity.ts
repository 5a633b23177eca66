import { isStorable } from './storable.js'

/** Control and format characters, and halves of characters: a name could look like another one. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u
/** What names in URLs and logs cannot hold. */
const ILLEGAL_IN_USERNAME = /[,"~#%$\\/:;]/
const ILLEGAL_IN_REALNAME = /[,"~#%$]/
const EMAIL = /^(?!\.)(?!.*\.\.)[\w'+.-]*[\w+-]@(?:[a-z\d][a-z\d-]*\.)+[a-z]{2,}$/i

/** Characters of a user's note. */
export const MAX_COMMENT = 30

export function isUsername(text: string): boolean {
  return (
    text.length >= 1 &&
    text.length <= 255 &&
    text.trim() === text &&
    !INVISIBLE.test(text) &&
    !ILLEGAL_IN_USERNAME.test(text)
  )
}

/** The text without spaces around it. */
export function isEmail(text: string): boolean {
  return text.length <= 255 && !INVISIBLE.test(text) && EMAIL.test(text)
}

export function isRealname(text: string): boolean {
  return text.length <= 255 && !INVISIBLE.test(text) && !ILLEGAL_IN_REALNAME.test(text)
}

export function isComment(text: string): boolean {
  return [...text].length <= MAX_COMMENT && isStorable(text)
}
