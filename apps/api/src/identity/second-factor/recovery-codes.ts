import { createHmac, type KeyObject, randomInt } from 'node:crypto'

/** Without what is taken for something else when it is copied by hand. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const LENGTH = 10
const COUNT = 10

const newCode = () => Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '').join('')

export const newRecoveryCodes = (): string[] => Array.from({ length: COUNT }, newCode)

/** As a code is shown. */
export const grouped = (code: string): string => `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`

/** As a code is kept: without what people put between its letters. Undefined for what is none. */
export function readRecoveryCode(text: string): string | undefined {
  const code = text.toLowerCase().replaceAll(/[\s-]/g, '')
  return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : undefined
}

/** What is kept of a code. It is random, and guesses are counted, so that one keyed hash is enough. */
export const hashRecoveryCode = (key: KeyObject, user: number, code: string): Buffer =>
  createHmac('sha256', key).update(`${user}\0${code}`).digest()
