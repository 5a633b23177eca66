import { expect, it } from 'vitest'
import { parseBasic } from './basic.js'

const encoded = (text: string) => Buffer.from(text).toString('base64')

it.each([
  ['kim:secret', { login: 'kim', password: 'secret' }],
  ['kim:a:b', { login: 'kim', password: 'a:b' }],
  ['kim:', { login: 'kim', password: '' }],
  ['k:x', { login: 'k', password: 'x' }],
  ['泊位:密码', { login: '泊位', password: '密码' }],
])('reads %s', (text, credentials) => {
  expect(parseBasic(`Basic ${encoded(text)}`)).toEqual(credentials)
})

it('takes the scheme in any case, blanks around what is encoded, and the alphabet of URLs', () => {
  for (const header of [`bASIC ${encoded('k:x')}`, `Basic   ${encoded('k:x')}  `])
    expect(parseBasic(header)).toEqual({ login: 'k', password: 'x' })
  const text = 'k:???>>>'
  expect(encoded(text)).toMatch(/[+/]/)
  expect(parseBasic(`Basic ${Buffer.from(text).toString('base64url')}`)).toEqual({ login: 'k', password: '???>>>' })
})

it.each([
  '',
  'Basic',
  'Basic ',
  `Basic${encoded('k:x')}`,
  `XBasic ${encoded('k:x')}`,
  `Bearer ${encoded('k:x')}`,
  `Basic ${encoded('k:x')}, more`,
  `Basic ${encoded('k:x')}===`,
  `Basic ${encoded('kim')}`,
  `Basic ${encoded(':secret')}`,
])('%j has none', (header) => {
  expect(parseBasic(header)).toBeUndefined()
})
