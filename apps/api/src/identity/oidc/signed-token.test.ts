import { createLocalJWKSet, errors, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { CLOCK_TOLERANCE_SECONDS } from './clock-tolerance.js'
import { isOfToken, readSigned } from './signed-token.js'

const issuer = 'https://id.example'
const expected = { issuer, audience: 'berth' }
const now = Math.floor(Date.now() / 1000)
const claims = { iss: issuer, aud: 'berth', sub: 'kim', iat: now, exp: now + 60 }

let keys: ReturnType<typeof createLocalJWKSet>
let signed: (changed: object) => Promise<string>
beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  keys = createLocalJWKSet({ keys: [await exportJWK(publicKey)] })
  signed = (changed) => new SignJWT({ ...claims, ...changed }).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)
})

const faultOf = async (token: string) =>
  readSigned(token, keys, expected).then(
    () => 'none',
    (error: unknown) => (isOfToken(error) ? 'the token' : error),
  )

describe('a token that its issuer has signed', () => {
  it('is read, with clocks that differ by some minutes', async () => {
    expect(await readSigned(await signed({}), keys, expected)).toMatchObject({ sub: 'kim' })
    const within = CLOCK_TOLERANCE_SECONDS - 30
    expect(await faultOf(await signed({ exp: now - within }))).toBe('none')
    expect(await faultOf(await signed({ nbf: now + within }))).toBe('none')
  })

  it.each([
    ['is over', { exp: now - CLOCK_TOLERANCE_SECONDS - 30 }],
    ['is not yet of use', { nbf: now + CLOCK_TOLERANCE_SECONDS + 30 }],
    ['is for somebody else', { aud: 'other' }],
    ['is another issuer’s', { iss: 'https://other.example' }],
    ['names nobody', { sub: undefined }],
    ['never ends', { exp: undefined }],
    ['does not say since when it is', { iat: undefined }],
  ])('is at fault where it %s', async (_, changed) => {
    expect(await faultOf(await signed(changed))).toBe('the token')
  })

  it('is at fault where another key has signed it, a secret that both sides have, or nobody', async () => {
    const { privateKey } = await generateKeyPair('RS256')
    const foreign = new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey)
    const shared = new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32, 1))
    const [, body = ''] = (await signed({})).split('.')
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`
    for (const token of [await foreign, await shared, unsigned, 'no token'])
      expect(await faultOf(token)).toBe('the token')
  })
})

it('whoever was asked for the key is at fault where no keys come', () => {
  for (const error of [new errors.JOSEError('status 500'), new errors.JWKSTimeout(), new errors.JWKSInvalid()])
    expect(isOfToken(error)).toBe(false)
  expect(isOfToken(new Error('connection refused'))).toBe(false)
  expect(isOfToken(new errors.JWKSNoMatchingKey())).toBe(true)
})
