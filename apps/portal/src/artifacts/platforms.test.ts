import { expect, test } from 'vitest'
import type { Artifact } from './artifacts.queries'
import { platformsOf, shownPlatform } from './platforms'

const child = (digest: string, os: string, architecture: string, size: number | null = 1) => ({
  child_digest: digest,
  platform: { os, architecture },
  size,
})
const index = {
  references: [
    child('sha256:a', 'linux', 'arm64'),
    child('sha256:b', 'linux', 'amd64'),
    child('sha256:c', 'windows', 'amd64', null),
    child('sha256:d', 'unknown', 'unknown'),
  ],
} as Artifact

test('an index has platforms; what describes these is none', () => {
  expect(platformsOf(index).map(({ name }) => name)).toEqual(['linux/arm64', 'linux/amd64', 'windows/amd64'])
})

test('what is asked for is shown where it is here, else what most people run', () => {
  const platforms = platformsOf(index)
  expect(shownPlatform(platforms, 'sha256:a')?.name).toBe('linux/arm64')
  for (const asked of [undefined, 'sha256:c', 'sha256:x'])
    expect(shownPlatform(platforms, asked)?.name).toBe('linux/amd64')
  expect(shownPlatform(platforms.slice(0, 1), undefined)?.name).toBe('linux/arm64')
  expect(shownPlatform([], undefined)).toBeUndefined()
})
