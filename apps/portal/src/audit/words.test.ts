import { auditTable, harborAuditTypes } from '@berth/contracts'
import { expect, test } from 'vitest'
import { featureTexts } from '../i18n/feature-texts'
import { operations, resourceTypes } from './words'

const rows = Object.values(auditTable)
const ofHarbor = harborAuditTypes.map((kind) => kind.slice(kind.indexOf('_') + 1))

test('every verb and every kind of thing of the audit log has a word in both languages', async () => {
  expect([...operations]).toEqual([...new Set(rows.map(({ operation }) => operation))].toSorted())
  expect([...resourceTypes]).toEqual(
    [...new Set([...rows.map(({ resourceType }) => resourceType), ...ofHarbor])].toSorted(),
  )
  for (const texts of Object.values(featureTexts.audit)) {
    const { audit } = (await texts()).default
    expect(Object.keys(audit.operations).toSorted()).toEqual([...operations])
    expect(Object.keys(audit.types).toSorted()).toEqual([...resourceTypes])
  }
})
