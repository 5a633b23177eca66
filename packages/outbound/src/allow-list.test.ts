import { describe, expect, it } from 'vitest'
import { AllowList } from './allow-list.js'

describe('a list of what is let pass', () => {
  it('has hosts by their whole names, in any case', () => {
    const list = new AllowList(['Hooks.Internal', 'localhost'])
    for (const host of ['hooks.internal', 'HOOKS.internal', 'localhost']) expect(list.hasHost(host), host).toBe(true)
    for (const host of ['internal', 'x.hooks.internal', '', '127.0.0.1']) expect(list.hasHost(host), host).toBe(false)
    expect(list.hasAddress('127.0.0.1')).toBe(false)
  })

  it.each([
    ['127.0.0.1', ['127.0.0.1', '::ffff:127.0.0.1'], ['127.0.0.2', '::1', '::7f00:1']],
    ['fd00::1', ['fd00::1', 'FD00:0::1'], ['fd00::2', '127.0.0.1']],
    ['[::1]', ['::1', '0::1'], ['::2', '127.0.0.1']],
    ['10.0.0.0/8', ['10.0.0.1', '10.255.255.255', '::ffff:10.1.2.3'], ['11.0.0.0', '9.255.255.255', 'fd00::10']],
    ['fd00::/8', ['fd00::1', 'fdff::1'], ['fe00::1', '10.0.0.1']],
    ['0.0.0.0/0', ['1.2.3.4'], ['::1', 'fd00::1']],
  ])('%s is those addresses, and no host', (entry, inside, outside) => {
    const list = new AllowList([entry])
    for (const address of inside) expect(list.hasAddress(address), address).toBe(true)
    for (const address of outside) expect(list.hasAddress(address), address).toBe(false)
    expect(list.hasHost(entry)).toBe(false)
  })

  it('has each of several', () => {
    const list = new AllowList(['a', '10.0.0.1', '10.0.0.2'])
    expect([list.hasHost('a'), list.hasAddress('10.0.0.1'), list.hasAddress('10.0.0.2')]).toEqual([true, true, true])
    expect(new AllowList([]).hasAddress('10.0.0.1')).toBe(false)
  })

  it.each(['10.0.0.0/40', 'host/8', '/', '10.0.0/x'])('takes no network %s, and names it', (entry) => {
    expect(() => new AllowList([entry])).toThrow(new RangeError(`${entry} is neither a host nor a network`))
  })
})
