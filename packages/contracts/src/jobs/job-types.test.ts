import { expect, test } from 'vitest'
import { jobTypeOf, jobTypes, SCHEDULER } from './job-types.js'
import { jobContracts } from './jobs.js'

test('every job has one type, and what makes up one run has the same', () => {
  expect([...jobTypes.values()].flat().toSorted()).toEqual(Object.keys(jobContracts).toSorted())
  expect(jobTypes.get('RETENTION')).toEqual(['retention', 'retention-repository'])
  expect(jobTypeOf('garbage-collection')).toBe('GARBAGE_COLLECTION')
})

test('a job of a newer version has a type as well, and no job is the queue of the schedules', () => {
  expect(jobTypeOf('not-known-yet')).toBe('NOT_KNOWN_YET')
  expect(jobTypes.has(SCHEDULER)).toBe(false)
})
