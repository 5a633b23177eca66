import { jobContracts } from '@berth/contracts'
import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { typeTitle } from './type-title'

test('every job has a name in words', () => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- gives keys back
  const keys = ((key: string) => `words of ${key}`) as TFunction
  const types = Object.keys(jobContracts).map((job) => job.toUpperCase().replaceAll('-', '_'))
  expect(types.map((type) => typeTitle(keys, type)).filter((title) => !title.startsWith('words of'))).toEqual([])
})
