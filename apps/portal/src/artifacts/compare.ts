import type { TFunction } from 'i18next'
import type { Artifact, Layer } from './artifacts.queries'
import { readImageConfig } from './image-config'
import { tidyCommand } from './tidy-command'

export interface LayerChange {
  digest: string
  size: number
  step: string
  side: 'both' | 'from' | 'to'
}

export interface LayersCompared {
  layers: LayerChange[]
  /** Bytes of layers that both have. */
  shared: number
  /** Bytes that whoever has the one still downloads for the other. */
  added: number
  /** Bytes that the other does not have any more. */
  removed: number
}

/** Each layer once: a client that has it never asks for it again. */
function byDigest(layers: readonly Layer[]): Map<string, LayerChange> {
  return new Map(
    layers.flatMap(({ digest, size, created_by: by = '' }) =>
      digest === null ? [] : [[digest, { digest, size, step: tidyCommand(by), side: 'both' as const }]],
    ),
  )
}

/** What somebody who has one image downloads for another. Layers are in the order of the other; those that went come last. */
export function compareLayers(from: readonly Layer[], to: readonly Layer[]): LayersCompared {
  const [before, after] = [byDigest(from), byDigest(to)]
  const kept = [...after.values()].map(
    (layer) => ({ ...layer, side: before.has(layer.digest) ? 'both' : 'to' }) as const,
  )
  const gone = [...before.values()]
    .filter(({ digest }) => !after.has(digest))
    .map((layer) => ({ ...layer, side: 'from' }) as const)
  const layers = [...kept, ...gone]
  const sum = (side: LayerChange['side']) =>
    layers.reduce((bytes, layer) => (layer.side === side ? bytes + layer.size : bytes), 0)
  return { layers, shared: sum('both'), added: sum('to'), removed: sum('from') }
}

export interface Difference {
  name: string
  /** Absent: only the other has it. */
  from: string | undefined
  to: string | undefined
}

type Pairs = readonly (readonly [name: string, value: string])[]

/** Names whose values are not the same on both sides. */
export function differences(from: Pairs, to: Pairs): Difference[] {
  const [before, after] = [new Map(from), new Map(to)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((name) => ({ name, from: before.get(name), to: after.get(name) }))
    .filter((difference) => difference.from !== difference.to)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** What an image runs, as names and values. */
export function settingsOf(t: TFunction, { extra_attrs: attributes }: Artifact): [string, string][] {
  const all: Record<string, unknown> = attributes
  const { entrypoint, command, workingDirectory, user, ports } = readImageConfig(all['config'])
  const pairs: [string, string][] = [
    [t('artifactPage.config.entrypoint'), entrypoint.join(' ')],
    [t('artifactPage.config.command'), command.join(' ')],
    [t('artifactPage.config.directory'), workingDirectory],
    [t('artifactPage.config.user'), user],
    [t('artifactPage.config.ports'), ports.join(', ')],
    [t('artifactPage.config.built'), typeof all['created'] === 'string' ? all['created'] : ''],
  ]
  return pairs.filter(([, value]) => value !== '')
}

export interface StepsCompared {
  /** How many steps both begin with. */
  same: number
  from: string[]
  to: string[]
}

/** Where two builds part. */
export function compareSteps(from: readonly Layer[], to: readonly Layer[]): StepsCompared {
  const commands = (layers: readonly Layer[]) =>
    layers.flatMap(({ created_by: by, comment }) => tidyCommand(by ?? '') || comment || [])
  const [before, after] = [commands(from), commands(to)]
  const parts = before.findIndex((step, at) => step !== after[at])
  const same = parts < 0 ? before.length : parts
  return { same, from: before.slice(same), to: after.slice(same) }
}
