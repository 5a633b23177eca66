import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildahClient } from '../clients/buildah.js'
import { uniqueName } from '../scenario.js'

export const PLATFORMS = ['linux/amd64', 'linux/arm64'] as const

/** Builds an image for each platform; its file `/platform` names it. @returns local names */
export async function buildForPlatforms(buildah: BuildahClient, folder: string): Promise<string[]> {
  const names: string[] = []
  for (const platform of PLATFORMS) {
    const context = await contextOf(folder, platform)
    const name = `localhost/${uniqueName('built')}:v1`
    await buildah.build(context, name, platform)
    names.push(name)
  }
  return names
}

/** A folder to build from, of an image that nobody has seen before and of which nothing has to run. */
export async function contextOf(folder: string, platform: string): Promise<string> {
  const context = join(folder, uniqueName('context'))
  await mkdir(context)
  await writeFile(join(context, 'platform'), platform)
  await writeFile(join(context, 'random'), randomBytes(2 ** 20))
  for (const name of ['Containerfile', 'Dockerfile'])
    await writeFile(join(context, name), 'FROM scratch\nCOPY platform random /\nCMD ["/none"]\n')
  return context
}
