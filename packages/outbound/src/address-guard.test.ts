import { describe, expect, it } from 'vitest'
import { AddressGuard } from './address-guard.js'
import { OutboundError } from './outbound-error.js'

/** What is found for an address, which is asked of nobody. */
const lookUp = (guard: AddressGuard, host: string, all: boolean) =>
  new Promise((resolve) =>
    guard.lookup(host, { all }, (error, found, family) => resolve(error ?? (all ? found : [found, family]))),
  )

describe('a guard', () => {
  const guard = new AddressGuard(['10.0.0.1', '127.0.0.1', 'fd00:ec2::254'])

  it('finds what passes, as one address or as a list', async () => {
    expect(await lookUp(guard, '127.0.0.1', false)).toEqual(['127.0.0.1', 4])
    expect(await lookUp(guard, '127.0.0.1', true)).toEqual([{ address: '127.0.0.1', family: 4 }])
    expect(await lookUp(guard, 'fd00:ec2::254', false)).toEqual(['fd00:ec2::254', 6])
    expect(await lookUp(guard, '93.184.216.34', false)).toEqual(['93.184.216.34', 4])
  })

  it.each([true, false])('finds nothing else, and says what would let it pass (all: %s)', async (all) => {
    const refusal = await lookUp(guard, '127.0.0.2', all)
    expect(refusal).toBeInstanceOf(OutboundError)
    expect(refusal).toMatchObject({
      reason: 'address-refused',
      message: '127.0.0.2 is an address that nothing is sent to unless it is allowed',
    })
  })

  it('lets pass what is no address inside, what is allowed, and names, which are looked up later', () => {
    for (const host of ['93.184.216.34', '127.0.0.1', 'fd00:ec2::254', 'localhost', '2001:4860:4860::8888'])
      expect(() => guard.requirePassing(host), host).not.toThrow()
    for (const host of ['127.0.0.2', '::1', '169.254.169.254'])
      expect(() => guard.requirePassing(host), host).toThrow(
        `${host} is an address that nothing is sent to unless it is allowed`,
      )
  })

  it('ends a refusal with the words that it was given', () => {
    const worded = new AddressGuard([], 'the operator says so')
    expect(() => worded.requirePassing('127.0.0.1')).toThrow(/unless the operator says so$/)
  })
})
