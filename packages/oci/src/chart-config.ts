import { z } from 'zod'
import { parseJson } from './json.js'

const schema = z.looseObject({ name: z.string(), version: z.string() })

/** Reads the config of a Helm chart, which is its Chart.yaml. Returns undefined where the bytes are not one: pushing such a chart is allowed. */
export function readChartConfig(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed = schema.safeParse(parseJson(bytes))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
