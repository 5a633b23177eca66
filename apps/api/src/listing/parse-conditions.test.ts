import { describe, expect, it } from 'vitest'
import { parseConditions } from './parse-conditions.js'

const equal = (value: string) => [{ field: 'k', kind: 'equal', value }]
const between = (min?: string, max?: string) => [{ field: 'k', kind: 'between', min, max }]
const oneOf = (...values: string[]) => [{ field: 'k', kind: 'one-of', values }]

describe('the parameter q', () => {
  it.each(['', '  '])('asks nothing: %j', (q) => {
    expect(parseConditions(q)).toEqual([])
  })

  it.each([
    ['k=v', equal('v')],
    [' k = v ', equal('v')],
    ['k%3Dv', equal('v')],
    ['k=100%', equal('100%')],
    ['k=a=b', equal('a=b')],
    ['k="a b"', equal('a b')],
    ['k=""', equal('')],
    ['k=a"b"', equal('a"b"')],
    ['k="a"b', equal('"a"b')],
    ["k='a'", equal("'a'")],
    ['k=\\[1~2]', equal('[1~2]')],
    ['k="a\nb"', equal('a\nb')],
    ['k=~v', [{ field: 'k', kind: 'contains', value: 'v' }]],
    ['k=~"a b"', [{ field: 'k', kind: 'contains', value: 'a b' }]],
    ["k=~'a\nb'", [{ field: 'k', kind: 'contains', value: 'a\nb' }]],
    ['k=~x"a"', [{ field: 'k', kind: 'contains', value: 'x"a"' }]],
    ['k=~"a"x', [{ field: 'k', kind: 'contains', value: '"a"x' }]],
    ['k=[1~2]', between('1', '2')],
    ['k=[ 1 ~ "2" ]', between('1', '2')],
    ['k=[1~]', between('1', undefined)],
    ['k=[~2]', between(undefined, '2')],
    ['k={a b}', oneOf('a', 'b')],
    ['k={ a   "b" \'c\' }', oneOf('a', 'b', 'c')],
    ['k=(a b)', [{ field: 'k', kind: 'all-of', values: ['a', 'b'] }]],
    ['k={}', []],
    ['k=( )', []],
    ['k=a, k=b', equal('b')],
    ['k=a,l=b', [...equal('a'), { field: 'l', kind: 'equal', value: 'b' }]],
  ])('reads %j', (q, conditions) => {
    expect(parseConditions(q)).toEqual(conditions)
  })

  it.each([
    ['k', '"k" is not of the form key=value'],
    ['=v', '"=v" is not of the form key=value'],
    ['k=v,,', '"" is not of the form key=value'],
    ['k=', '"k" has no value'],
    ['k=~', '"k" has no value'],
    ['k=[1~2', '"[1~2" has no ] at its end'],
    ['k=[', '"[" has no ] at its end'],
    ['k={a', '"{a" has no } at its end'],
    ['k=(a', '"(a" has no ) at its end'],
    ['k=[1]', '"[1]" is not of the form [min~max]'],
    ['k=[1~2~3]', '"[1~2~3]" is not of the form [min~max]'],
    ['k=[~]', '"[~]" is not of the form [min~max]'],
    ['k=a%00', 'it contains a NUL character'],
  ])('names what is wrong in %j', (q, detail) => {
    expect(() => parseConditions(q)).toThrow(expect.objectContaining({ reason: 'BAD_QUERY', parameters: { detail } }))
  })
})
