import { mkdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { databaseSettings, storageSettings } from '@berth/config'
import { LayoutMetadata, PostgresMetadata } from '@berth/metadata'
import { FilesystemBlobStore } from '@berth/storage'
import type { RegistryEnd } from '@berth/transfer'
import { UsageError } from '../usage-error.js'

export type OpenEnd = RegistryEnd & AsyncDisposable

/** The platform, by its settings in the environment. @throws {SettingsError} naming what is missing there */
export async function openPlatform(): Promise<OpenEnd> {
  const { root, spool } = storageSettings()
  const metadata = new PostgresMetadata(databaseSettings())
  const blobs = new FilesystemBlobStore({ root, spool, hashThreads: 1, keepsOwner: true })
  await metadata.check()
  return {
    metadata,
    blobs,
    async [Symbol.asyncDispose]() {
      await metadata.close()
      await blobs.close()
    },
  }
}

/**
 * A folder of Docker Distribution.
 *
 * @param fileMode of blobs written there
 * @throws {UsageError} where it has to hold one, and does not
 */
export async function openFolder(
  path: string,
  { isNew, fileMode }: { readonly isNew: boolean; readonly fileMode?: number },
): Promise<OpenEnd> {
  const root = resolve(path)
  const spool = join(root, 'berth/spool')
  if (isNew) await mkdir(root, { recursive: true })
  else
    await stat(join(root, 'docker/registry/v2')).catch((cause: unknown) => {
      throw new UsageError(`${root} is no folder of a registry: it holds no docker/registry/v2`, { cause })
    })
  const metadata = new LayoutMetadata(root)
  const mode = fileMode !== undefined && { fileMode }
  const blobs = new FilesystemBlobStore({
    root,
    spool,
    hashThreads: 1,
    syncBeforeNaming: true,
    keepsOwner: true,
    ...mode,
  })
  if (isNew) {
    await metadata.check()
    await blobs.check()
  }
  return { metadata, blobs, [Symbol.asyncDispose]: () => blobs.close() }
}
