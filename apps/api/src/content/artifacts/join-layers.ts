import type { LayerReference } from '@berth/oci'
import type { HistoryEntry, LayerRow } from './artifacts.schema.js'

/** Rows that are shown. */
const MOST = 1000

/**
 * Layers with the steps that made them, in the order of the build. A history that tells of another number of layers than there are is not
 * this image's: then the layers stand alone.
 * @param sharing how many other artifacts hold each layer, by its digest
 */
export function joinLayers(
  layers: readonly LayerReference[],
  steps: readonly HistoryEntry[],
  sharing: ReadonlyMap<string, number> = new Map(),
): LayerRow[] {
  const rowOf = ({ digest, mediaType, size }: LayerReference): LayerRow => ({
    digest,
    media_type: mediaType,
    size,
    shared_with: sharing.get(digest) ?? 0,
  })
  const alone = layers.map((layer) => rowOf(layer))
  if (steps.filter(({ empty_layer: isEmpty }) => !isEmpty).length !== layers.length) return alone.slice(0, MOST)
  const left = layers.values()
  return steps.slice(0, MOST).map(({ empty_layer: isEmpty, ...step }) => {
    const layer = isEmpty ? undefined : left.next().value
    return layer ? { ...rowOf(layer), ...step } : { digest: null, media_type: null, size: 0, shared_with: 0, ...step }
  })
}
