import { expect, it } from 'vitest'
import { named } from './named.js'

const record = { project_id: 1, name: 2, creation_time: 3 }

it.each([
  ['project_id', 1],
  ['ProjectID', 1],
  ['ProjectId', 1],
  ['Name', 2],
  ['CreationTime', 3],
  // Go's names begin with a capital, and have letters alone.
  ['projectId', undefined],
  ['xName', undefined],
  ['Project_ID', undefined],
  ['Name1', undefined],
  ['Nam', undefined],
  ['', undefined],
  ['constructor', undefined],
  ['ToString', undefined],
])('%s is %s', (name, value) => {
  expect(named(record, name)).toBe(value)
})
