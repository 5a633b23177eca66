import { jobTypeOf, jobTypes, WEBHOOK_DELIVERY } from '@berth/contracts'
import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { typeTitle } from './type-title'

test('every job has a name in words', () => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- gives keys back
  const keys = ((key: string) => `words of ${key}`) as TFunction
  const titles = [...jobTypes.keys(), jobTypeOf(WEBHOOK_DELIVERY.job)].map((type) => typeTitle(keys, type))
  expect(titles.filter((title) => !title.startsWith('words of'))).toEqual([])
})
