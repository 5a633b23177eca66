import { z } from 'zod'
import { parseJson } from './json.js'
import { listOf, stringRecord } from './lists.js'
import type { Platform } from './manifest.js'

/** Values of a config that is looked into. Real ones have some hundreds; a hundred thousand labels would keep a worker busy for a second. */
const MAX_VALUES = 10_000

const strings = listOf(z.string()).nullish()
const schema = z.looseObject({
  created: z.string().nullish(),
  author: z.string().nullish(),
  os: z.string().nullish(),
  architecture: z.string().nullish(),
  variant: z.string().nullish(),
  config: z
    .looseObject({
      User: z.string().nullish(),
      Env: strings,
      Entrypoint: strings,
      Cmd: strings,
      WorkingDir: z.string().nullish(),
      ExposedPorts: z.record(z.string(), z.unknown()).nullish(),
      Volumes: z.record(z.string(), z.unknown()).nullish(),
      Labels: stringRecord().nullish(),
    })
    .nullish(),
  history: listOf(
    z.looseObject({
      created: z.string().nullish(),
      created_by: z.string().nullish(),
      comment: z.string().nullish(),
      empty_layer: z.boolean().nullish(),
    }),
  ).nullish(),
})

/** What people look up in an image or a chart: shown, never needed to serve it. */
export interface ImageSummary {
  readonly platform: Platform | undefined
  readonly config: Readonly<Record<string, unknown>>
}

/** Reads an image config (Docker or OCI). Returns undefined where the bytes are not one: pushing such an image is allowed. */
export function summarizeImageConfig(bytes: Uint8Array): ImageSummary | undefined {
  let json: unknown
  try {
    json = parseJson(bytes, MAX_VALUES)
  } catch {
    return undefined
  }
  const parsed = schema.safeParse(json)
  if (!parsed.success) return undefined
  const { created, author, os, architecture, variant, config, history } = parsed.data
  return {
    platform: os && architecture ? { os, architecture, ...(variant ? { variant } : {}) } : undefined,
    config: {
      created,
      author,
      os,
      architecture,
      variant,
      user: config?.User,
      env: config?.Env,
      entrypoint: config?.Entrypoint,
      cmd: config?.Cmd,
      workingDir: config?.WorkingDir,
      exposedPorts: config?.ExposedPorts ? Object.keys(config.ExposedPorts) : undefined,
      volumes: config?.Volumes ? Object.keys(config.Volumes) : undefined,
      labels: config?.Labels,
      history: history?.map((step) => ({
        created: step.created,
        createdBy: step.created_by,
        comment: step.comment,
        emptyLayer: step.empty_layer,
      })),
    },
  }
}
