import { createHmac, randomInt } from 'node:crypto'
import { isStrong, UserError } from '@berth/contracts'
import { deriveKey } from '@berth/secrets'

/** A robot's secret, a user's personal access token, or what a user gives command lines instead of a password. */
export type CredentialKind = 'robot' | 'token' | 'cli'

/** What generated secrets begin with, so that whoever looks for lost ones recognises them. */
const PREFIXES: Readonly<Record<CredentialKind, string>> = {
  robot: 'berth_robot_',
  token: 'berth_pat_',
  cli: 'berth_cli_',
}
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const LENGTH = 40
const GENERATED = new RegExp(`^[0-9A-Za-z]{${LENGTH}}$`)
const kinds = ['robot', 'token', 'cli'] as const satisfies readonly CredentialKind[]

export const newSecret = (kind: CredentialKind): string =>
  PREFIXES[kind] + Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')

/** What a generated secret says it is. Such a one is too long to be guessed, and nobody's password. */
export const kindOf = (secret: string): CredentialKind | undefined =>
  kinds.find((kind) => secret.startsWith(PREFIXES[kind]) && GENERATED.test(secret.slice(PREFIXES[kind].length)))

/** @param secret of somebody's own choice @throws {UserError} BAD_SECRET */
export function requireGoodSecret(secret: string): void {
  if (!isStrong(secret)) throw new UserError('BAD_SECRET')
}

/** What is kept of a secret. One keyed hash is enough: without the key nobody can try secrets out, whoever chose them. */
export const hashSecret = (secret: string, secretKey: string): Buffer =>
  createHmac('sha256', deriveKey(secretKey, 'credential')).update(secret).digest()
