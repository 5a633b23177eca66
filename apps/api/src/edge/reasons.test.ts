import { globSync, readFileSync } from 'node:fs'
import { errorTable, proxyErrors } from '@berth/contracts'
import { expect, it } from 'vitest'

const root = new URL('../../../../', import.meta.url).pathname
const rules = 'packages/contracts/src/rules/'

/** What throws errors of the table, and the rules, which name them. */
const sources = globSync('{apps,packages}/*/src/**/*.ts', { cwd: root })
  .filter((path) => !path.includes('.test.'))
  .map((path) => ({ path, text: readFileSync(`${root}${path}`, 'utf8') }))
  .filter(({ path, text }) => path.startsWith(rules) || /\b(UserError|TransientError)\(/.test(text))

const thrown = Object.keys(errorTable).filter((reason) => !(reason in proxyErrors) && reason !== 'INTERNAL')

it.each(thrown)('%s is thrown somewhere', (reason) => {
  expect(sources.some(({ text }) => text.includes(`'${reason}'`))).toBe(true)
})
