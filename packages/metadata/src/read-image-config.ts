import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import {
  isImageConfig,
  isChartConfig,
  readChartConfig,
  type Digest,
  summarizeImageConfig,
  type ImageSummary,
  type ParsedManifest,
  type RepositoryName,
} from '@berth/oci'
import type { RegistryMetadata } from './registry-metadata.js'

/** Bytes of a config worth reading. Real ones have a few thousand. */
export const MAX_CONFIG_SIZE = 1024 * 1024

/** Where images and their blobs are. */
interface ImageSource {
  readonly metadata: Pick<RegistryMetadata, 'findBlob'>
  readonly blobs: { read(digest: Digest): Promise<Readable> }
}

/** Platform and labels of an image, or what a chart says of itself. Only a config that this repository links is read: a manifest may name any digest. */
export async function readImageConfig(
  { metadata, blobs }: ImageSource,
  name: RepositoryName,
  { config }: ParsedManifest,
): Promise<ImageSummary | undefined> {
  const isChart = isChartConfig(config?.mediaType)
  if (!config || !(isChart || isImageConfig(config.mediaType))) return undefined
  const blob = await metadata.findBlob(name, config.digest)
  if (!blob || blob.size > MAX_CONFIG_SIZE) return undefined
  const bytes = await buffer(await blobs.read(config.digest))
  if (!isChart) return summarizeImageConfig(bytes)
  const chart = readChartConfig(bytes)
  return chart && { platform: undefined, config: chart }
}
