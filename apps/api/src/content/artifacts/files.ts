import type { LayerReference } from '@berth/oci'
import type { FileRow } from './artifacts.schema.js'

/** Files that are shown, and characters of a name. */
const [MOST, NAME] = [1000, 1000]

/** Where whoever packs files writes down their names: oras and most others, and those who pack models. */
const NAMES = ['org.opencontainers.image.title', 'org.cncf.model.filepath', 'org.cnai.model.filepath']
/** A folder as an archive. */
const FOLDER = 'io.deis.oras.content.unpack'

/** As whoever packed it calls a layer; undefined where nobody does. */
export const nameOfFile = ({ annotations = {} }: LayerReference): string | undefined =>
  NAMES.map((key) => annotations[key]).find((name) => name)

/** The files that an artifact holds, in its order. What says no name of itself is called by its digest. */
export function filesOf(layers: readonly LayerReference[]): FileRow[] {
  return layers.slice(0, MOST).map((layer) => ({
    name: (nameOfFile(layer) ?? layer.digest).slice(0, NAME),
    type: layer.annotations?.[FOLDER] === 'true' ? 'directory' : 'file',
    size: layer.size,
    digest: layer.digest,
    media_type: layer.mediaType,
  }))
}
