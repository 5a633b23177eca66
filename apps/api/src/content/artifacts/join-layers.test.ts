import { type Digest, digestOf, type LayerReference } from '@berth/oci'
import { expect, it } from 'vitest'
import { joinLayers } from './join-layers.js'

const digests = ['a', 'b'].map((text) => digestOf(Buffer.from(text)))
const layer = (digest: Digest): LayerReference => ({ digest, size: 7, mediaType: 'text/x' })
const layers = digests.map(layer)

it('gives each step its layer, and steps that changed no files none', () => {
  const steps = [{ created_by: 'ADD' }, { created_by: 'ENV', empty_layer: true }, { created_by: 'RUN' }]
  expect(joinLayers(layers, steps, new Map([[digests[1] ?? '', 3]]))).toEqual([
    { digest: digests[0], media_type: 'text/x', size: 7, shared_with: 0, created_by: 'ADD' },
    { digest: null, media_type: null, size: 0, shared_with: 0, created_by: 'ENV' },
    { digest: digests[1], media_type: 'text/x', size: 7, shared_with: 3, created_by: 'RUN' },
  ])
})

it.each([[[]], [[{ created_by: 'ADD' }]], [[{}, {}, {}]]])(
  'leaves layers alone that the history %j does not fit',
  (steps) => {
    expect(joinLayers(layers, steps)).toEqual(
      layers.map(({ digest }) => ({ digest, media_type: 'text/x', size: 7, shared_with: 0 })),
    )
  },
)
