import { isStorable } from './storable.js'

/** Control and format characters, and halves of characters: a name could look like another one. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u
/** Scripts whose words are written with joiners. */
const JOINED = String.raw`[\p{sc=Arab}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}]`
/** The invisible signs between letters of these scripts, and within an emoji of several. */
const JOINERS = new RegExp(
  String.raw`(?<=${JOINED})[\u200C\u200D](?=${JOINED})|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})`,
  'gu',
)
/**
 * ASCII without what URLs and logs cannot hold, and the letters of Chinese, Japanese and Korean: no other letter that looks like one of
 * these. A long vowel stands behind kana alone, for by itself it looks like the number one.
 */
const USERNAME =
  /^(?:[\w !&'()*+.<=>?@[\]^`{|}·-]|\p{sc=Han}|\p{sc=Bopomofo}|\p{sc=Hangul}|[\p{sc=Hiragana}\p{sc=Katakana}]ー?)+$/u
/** Letters that nobody sees. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u
const ILLEGAL_IN_REALNAME = /[,"~#%$]/
const EMAIL = /^(?!\.)(?!.*\.\.)[\w'+.-]*[\w+-]@(?:[a-z\d][a-z\d-]*\.)+[a-z]{2,}$/i

/** The administrator that the first start makes. */
export const BUILT_IN_ADMIN_ID = 1

/** Characters of a user's note. */
export const MAX_COMMENT = 30

/** For a new name. What the character form NFKC would change looks like something else. */
export function isUsername(text: string): boolean {
  return (
    text.length >= 1 &&
    text.length <= 255 &&
    text.trim() === text &&
    !text.includes('  ') &&
    USERNAME.test(text) &&
    !IGNORABLE.test(text) &&
    text.normalize('NFKC') === text
  )
}

/** The text without spaces around it. */
export function isEmail(text: string): boolean {
  return text.length <= 255 && !INVISIBLE.test(text) && EMAIL.test(text)
}

export function isRealname(text: string): boolean {
  return text.length <= 255 && !INVISIBLE.test(text.replaceAll(JOINERS, '')) && !ILLEGAL_IN_REALNAME.test(text)
}

export function isComment(text: string): boolean {
  return [...text].length <= MAX_COMMENT && isStorable(text)
}
