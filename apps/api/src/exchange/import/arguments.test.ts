import { expect, it } from 'vitest'
import { readArguments } from './arguments.js'

it('takes an address and what of it is wanted', () => {
  expect(readArguments(['https://harbor.example', '-p', 'a', '--project', 'b', '--dry-run', '-o', '/out'])).toEqual({
    url: new URL('https://harbor.example'),
    projects: ['a', 'b'],
    isDryRun: true,
    output: '/out',
    insecure: false,
  })
  expect(readArguments(['--help'])).toBeUndefined()
})

it.each([
  [],
  ['a', 'b'],
  ['ftp://x'],
  ['harbor.example'],
  ['--no-such'],
  ['https://harbor.example/harbor'],
  ['https://h/?a=1'],
])('refuses %j %j', (...args) => {
  expect(() => readArguments(args)).toThrow()
})

it('takes no password from where everybody sees it, and does not repeat it', () => {
  expect(() => readArguments(['https://admin:Secret1@harbor.example'])).toThrow(/BERTH_REMOTE_PASSWORD(?!.*Secret1)/)
})
