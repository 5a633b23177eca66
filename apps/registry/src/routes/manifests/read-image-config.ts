import { buffer } from 'node:stream/consumers'
import {
  isImageConfig,
  summarizeImageConfig,
  type ImageSummary,
  type ParsedManifest,
  type RepositoryName,
} from '@berth/oci'
import type { Services } from '../../http/services.js'

/** Bytes of an image config worth reading. Real ones have a few thousand. */
const MAX_CONFIG_SIZE = 8 * 1024 * 1024

/** Platform and labels of an image. Only a config that this repository links is read: a manifest may name any digest. */
export async function readImageConfig(
  { metadata, blobs }: Pick<Services, 'metadata' | 'blobs'>,
  name: RepositoryName,
  { config }: ParsedManifest,
): Promise<ImageSummary | undefined> {
  if (!config || !isImageConfig(config.mediaType)) return undefined
  const blob = await metadata.findBlob(name, config.digest)
  if (!blob || blob.size > MAX_CONFIG_SIZE) return undefined
  return summarizeImageConfig(await buffer(await blobs.read(config.digest)))
}
