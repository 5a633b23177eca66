import { expect, test } from 'vitest'
import { envFile, fillTemplate } from './template.js'

test("fills capitals and leaves nginx's and the shell's own variables alone", () => {
  expect(fillTemplate('root ${PORTAL}; set $a ${b}$C;', { PORTAL: '/p' })).toBe('root /p; set $a ${b}$C;')
})

test('refuses a template that asks for what is not there', () => {
  expect(() => fillTemplate('${NOTHING}', {})).toThrow('NOTHING')
})

test('an env file leaves out what is undefined and quotes what has spaces', () => {
  expect(envFile({ A: 1, B: undefined, C: 'x y', D: true })).toBe('A=1\nC="x y"\nD=true\n')
})
