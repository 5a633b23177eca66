import { z } from 'zod'
import type { Writing } from './berth.js'
import type { Registry } from './harbor-schemas.js'
import type { Report } from './report.js'

/** Kinds of registries that Berth has no own one for, and that speak the Distribution API as any does. */
const plain: ReadonlySet<string> = new Set([
  'jfrog-artifactory',
  'ali-acr',
  'huawei-SWR',
  'tencent-tcr',
  'volcengine-cr',
  'dtr',
])

const own = z.object({ id: z.int(), name: z.string(), url: z.string() })

/**
 * Makes registries elsewhere, without their secrets: no Harbor tells these. They ask as nobody until a secret is set.
 * @returns their ids here, by those of the source
 */
export async function bringRegistries(
  write: Writing,
  report: Report,
  registries: readonly Registry[],
): Promise<ReadonlyMap<number, number>> {
  for (const { name, description, type, url, credential, insecure, ca_certificate } of registries) {
    const account = credential?.access_key ?? ''
    const made = await write.make(
      { kind: 'registry', name, isMissing: (reason) => reason === 'BAD_REGISTRY_TYPE' },
      'registries',
      {
        name,
        description,
        type: plain.has(type) ? 'docker-registry' : type,
        url,
        insecure: insecure ?? false,
        ...(ca_certificate && { ca_certificate }),
      },
    )
    if (made && account !== '')
      report.add(
        'registry',
        `secret of ${name}`,
        'left',
        `The source does not tell it: set the one of ${account} under Registries.`,
      )
  }
  if (registries.length === 0) return new Map()
  // One of the same name that is somewhere else is another registry.
  const here = new Map(
    (await write.rows('registries', own)).map(({ id, name, url }) => [`${name} ${originOf(url)}`, id]),
  )
  return new Map(
    registries.flatMap(({ id, name, url }) => {
      const there = here.get(`${name} ${originOf(url)}`)
      return there === undefined ? [] : [[id, there] as const]
    }),
  )
}

const originOf = (url: string) => URL.parse(url.includes('://') ? url : `https://${url}`)?.origin ?? url
