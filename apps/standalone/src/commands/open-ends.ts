import { mkdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { databaseSettings, remoteSettings, storageSettings } from '@berth/config'
import { Database } from '@berth/database'
import { LayoutMetadata, PostgresMetadata } from '@berth/metadata'
import { Outbound } from '@berth/outbound'
import { RegistryClient } from '@berth/registry-client'
import { FilesystemBlobStore } from '@berth/storage'
import { RemoteRegistry, StoredRegistry, type ImageSource, type ImageTarget } from '@berth/transfer'
import { UsageError } from '../usage-error.js'

export interface OpenEnd extends AsyncDisposable {
  readonly registry: ImageSource & ImageTarget
}

interface FolderOptions {
  /** Whether the folder may be made. */
  readonly isNew: boolean
  /** Of blobs written there. */
  readonly fileMode?: number
}

/** The platform, by its settings in the environment. @throws {SettingsError} naming what is missing there */
export async function openPlatform(use: 'read' | 'write'): Promise<OpenEnd> {
  const storage = storageSettings()
  const database = new Database(databaseSettings())
  const metadata = new PostgresMetadata(database)
  const blobs = new FilesystemBlobStore({ ...storage, hashThreads: 1, keepsOwner: true })
  await metadata.check()
  if (use === 'write') await blobs.check()
  return {
    registry: new StoredRegistry(metadata, blobs),
    async [Symbol.asyncDispose]() {
      await metadata.close()
      await database.close()
      await blobs.close()
    },
  }
}

/** Whether a place is a registry elsewhere, and no folder. */
export const isAddress = (place: string): boolean => /^https?:\/\//.test(place)

/**
 * A registry elsewhere, where the place is an address, or a folder of Docker Distribution.
 *
 * @param environment may hold user name, password and certificates for a registry elsewhere
 * @throws {UsageError} for a folder that has to hold a registry, and does not
 */
export function openPlace(
  place: string,
  options: FolderOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<OpenEnd> {
  return isAddress(place) ? openRemote(place, environment) : openFolder(place, options)
}

async function openRemote(url: string, environment: Readonly<Record<string, string | undefined>>): Promise<OpenEnd> {
  if (!URL.canParse(url) || new URL(url).pathname !== '/')
    throw new UsageError(`${url} is no address of a registry: scheme, host and port`)
  // Who gives the command names the registry: it may lie inside.
  const { username, password, authority } = remoteSettings(environment)
  const outbound = new Outbound({ allow: [new URL(url).hostname], authority })
  const credentials = username === undefined ? undefined : { username, password }
  const client = new RegistryClient({ url, credentials, outbound })
  await client.ping()
  return { registry: new RemoteRegistry(client), [Symbol.asyncDispose]: () => outbound[Symbol.asyncDispose]() }
}

async function openFolder(path: string, { isNew, fileMode }: FolderOptions): Promise<OpenEnd> {
  const root = resolve(path)
  const spool = join(root, 'berth/spool')
  if (isNew) await mkdir(root, { recursive: true })
  else
    await stat(join(root, 'docker/registry/v2')).catch((cause: unknown) => {
      throw new UsageError(`${root} is no folder of a registry: it holds no docker/registry/v2`, { cause })
    })
  const metadata = new LayoutMetadata(root)
  const mode = fileMode !== undefined && { fileMode }
  const options = { root, spool, hashThreads: 1, syncBeforeNaming: true, keepsOwner: true, ...mode }
  const blobs = new FilesystemBlobStore(options)
  if (isNew) {
    await metadata.check()
    await blobs.check()
  }
  return { registry: new StoredRegistry(metadata, blobs), [Symbol.asyncDispose]: () => blobs.close() }
}
