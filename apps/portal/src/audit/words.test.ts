import { auditTable, harborAuditTypes } from '@berth/contracts'
import { expect, test } from 'vitest'
import { bundle as english, type Texts } from '../i18n/en-us'
import { bundle as chinese } from '../i18n/zh-cn'
import { operations, resourceTypes } from './words'

const rows = Object.values(auditTable)
const ofHarbor = harborAuditTypes.map((kind) => kind.slice(kind.indexOf('_') + 1))

test('every verb and every kind of thing of the audit log has a word in both languages', () => {
  expect([...operations]).toEqual([...new Set(rows.map(({ operation }) => operation))].toSorted())
  expect([...resourceTypes]).toEqual(
    [...new Set([...rows.map(({ resourceType }) => resourceType), ...ofHarbor])].toSorted(),
  )
  for (const bundle of [english, chinese]) {
    const { audit } = bundle.texts as Texts
    expect(Object.keys(audit.operations).toSorted()).toEqual([...operations])
    expect(Object.keys(audit.types).toSorted()).toEqual([...resourceTypes])
  }
})
