import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import type { Artifact, Layer } from './artifacts.queries'
import { compareLayers, compareSteps, differences, settingsOf } from './compare'

const layer = (digest: string | null, size: number, by = ''): Layer => ({
  digest,
  media_type: 'x',
  size,
  shared_with: 0,
  created_by: by,
})

test('whoever has one image downloads only the layers that are new, each once', () => {
  const from = [layer('base', 100), layer(null, 0, 'ENV A=1'), layer('old', 7)]
  const to = [layer('base', 100), layer('new', 30), layer('new', 30)]
  expect(compareLayers(from, to)).toEqual({
    layers: [
      { digest: 'base', size: 100, step: '', side: 'both' },
      { digest: 'new', size: 30, step: '', side: 'to' },
      { digest: 'old', size: 7, step: '', side: 'from' },
    ],
    shared: 100,
    added: 30,
    removed: 7,
  })
})

test('the same image differs in nothing', () => {
  const same = [layer('base', 100, 'ADD x /')]
  expect(compareLayers(same, same)).toMatchObject({ added: 0, removed: 0, shared: 100 })
  expect(compareSteps(same, same)).toEqual({ same: 1, from: [], to: [] })
  expect(differences([['A', '1']], [['A', '1']])).toEqual([])
})

test('what came, went and changed is told by its name', () => {
  const before = [
    ['B', '1'],
    ['A', '1'],
    ['same', 'x'],
  ] as const
  const after = [
    ['C', '2'],
    ['A', '2'],
    ['same', 'x'],
  ] as const
  expect(differences(before, after)).toEqual([
    { name: 'A', from: '1', to: '2' },
    { name: 'B', from: '1', to: undefined },
    { name: 'C', from: undefined, to: '2' },
  ])
})

test('builds part at the first step that is another', () => {
  const step = (by: string) => layer(null, 0, by)
  expect(compareSteps([step('A'), step('B')], [step('A'), step('C'), step('D')])).toEqual({
    same: 1,
    from: ['B'],
    to: ['C', 'D'],
  })
})

test('of what an image runs, what is not set is left out', () => {
  const artifact = { extra_attrs: { config: { Cmd: ['a', 'b'], User: '' } } } as unknown as Artifact
  const t = ((key: string) => key) as unknown as TFunction
  expect(settingsOf(t, artifact)).toEqual([['artifactPage.config.command', 'a b']])
})
