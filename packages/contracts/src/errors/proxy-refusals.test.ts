import { readdirSync, readFileSync } from 'node:fs'
import { proxyErrors } from './proxy.js'
import { expect, test } from 'vitest'

const folder = new URL('../../../../deploy/proxy/', import.meta.url)
const templates = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'))

/** What a text that stands in a map's variable is in each language. */
const words = new Map(
  templates.flatMap((template) =>
    [...template.matchAll(/map \$http_accept_language (\$\w+) \{\s*default "(.*)";\s*~\*\^zh "(.*)";\s*\}/g)].map(
      ([, variable = '', en, zh]) => [variable, { en, zh }] as const,
    ),
  ),
)

const refusals = templates.flatMap((template) =>
  [...template.matchAll(/return (\d{3}) '(\{"errors".*\})';/g)].map(([, status, body = '']) => {
    const [{ code, message }] = JSON.parse(body).errors
    return { status: Number(status), code, ...(words.get(message) ?? { en: message }) }
  }),
)

test('each refusal of the proxy is a row of the error table, and each row one of its refusals', () => {
  const shown = refusals.map(({ status, code, en }) => `${status} ${code} ${en}`)
  const rows = Object.values(proxyErrors).map(({ status, code, en }) => `${status} ${code} ${en}`)
  expect(shown.toSorted()).toEqual(rows.toSorted())
})

test('what a browser may be told has the Chinese words of its row', () => {
  const told = refusals.flatMap((refusal) => ('zh' in refusal ? [refusal] : []))
  expect(told.map(({ code }) => code)).toContain('SERVICE_UNAVAILABLE')
  for (const { en, zh } of told) expect(Object.values(proxyErrors).find((row) => row.en === en)?.zh).toBe(zh)
  expect(told).toHaveLength(words.size)
})

test('no refusal escapes: each page with an error status is one of these, or has no body', () => {
  const returns = templates.flatMap((template) => [...template.matchAll(/return ([45]\d\d)([^;]*)/g)])
  // 418 to 420 lead from one location to another.
  const bodies = returns.filter(([, status, body]) => !/^4(18|19|20)$/.test(status ?? '') && body !== '')
  expect(bodies).toHaveLength(refusals.length)
})
