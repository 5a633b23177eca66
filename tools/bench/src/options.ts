import { tmpdir } from 'node:os'
import { isAbsolute } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Part, parts } from './report/parts.js'

export const USAGE = `Usage: pnpm bench [options]

  --quick              one short round of each, printed only
  --only <text>        only workloads with this in their name; may be given several times; printed only
  --without-berth      only the others
  --built              Berth as it was built before, instead of building it first
  --beside <path>      another checkout of Berth, built, as a further peer: what a change costs or brings
  --rest               the REST API instead, with little and with much in the database
  --proxy-cache        proxy caches instead: one cold image for many clients, and warm pulls
  --replication        replication instead: a thousand artifacts between registries that are killed meanwhile
  --webhooks           webhooks instead: ten thousand events while the receiver is away, and one that never answers
  --scale <number>     how much that is: 1 is a million artifacts, 1 unless told
  --events <number>    at most so many entries in its audit log, whose indexes take longest to build
  --note <text>        what a reader has to know of this run
  --rounds <number>    5 unless told
  --seconds <number>   length of a round, 3 unless told
  --registry-3 <path>  the registry program of Distribution 3, as a further peer
  --folder <path>      where the temporary folder is made; on a disk
  --output <path>      file to write; docs/benchmarks.md for a whole run unless told
  --help`

export class UsageError extends Error {
  override name = 'UsageError'
}

const absolute = z.string().refine(isAbsolute, 'must be an absolute path')
const schema = z.strictObject({
  quick: z.boolean().default(false),
  only: z.array(z.string().min(1)).default([]),
  'without-berth': z.boolean().default(false),
  built: z.boolean().default(false),
  beside: absolute.optional(),
  rest: z.boolean().default(false),
  'proxy-cache': z.boolean().default(false),
  replication: z.boolean().default(false),
  webhooks: z.boolean().default(false),
  scale: z.coerce.number().min(0.001).max(10).optional(),
  events: z.coerce.number().int().min(100).optional(),
  note: z.string().max(1000).optional(),
  rounds: z.coerce.number().int().min(1).max(100).optional(),
  seconds: z.coerce.number().int().min(1).max(60).optional(),
  'registry-3': absolute.optional(),
  folder: absolute.default(tmpdir()),
  output: absolute.optional(),
  help: z.boolean().default(false),
})

export interface Options {
  readonly only: readonly string[]
  readonly berth: boolean
  /** Whether to take Berth as it was built before. */
  readonly built: boolean
  /** Another checkout of Berth. */
  readonly beside: string | undefined
  /** What is measured instead of what registries do. */
  readonly part: Part | undefined
  /** Of what the REST API has to list: 1 is a million artifacts. */
  readonly scale: number
  /** Most entries of the audit log, when told. */
  readonly events: number | undefined
  /** Stands beside the machine in what is written. */
  readonly note: string | undefined
  readonly rounds: number
  readonly seconds: number
  /** Part of what is pushed: of the large images in a round, of an image to pull, of artifacts to replicate. */
  readonly pushes: number
  readonly registry3: string | undefined
  readonly folder: string
  /** Where to write, when told. */
  readonly output: string | undefined
  /** Every workload on every server, long enough to be worth keeping. */
  readonly whole: boolean
  readonly help: boolean
}

/** @throws {UsageError} naming each option that cannot be used */
export function parseOptions(args: readonly string[]): Options {
  const raw = readArguments(args)
  const parsed = schema.safeParse(raw)
  if (!parsed.success) {
    throw new UsageError(parsed.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const { quick, only, scale = 1, rounds, seconds, output, folder, built, help } = parsed.data
  const berth = !parsed.data['without-berth']
  return {
    only,
    berth,
    built,
    beside: parsed.data.beside,
    part: parts.find((part) => parsed.data[part]),
    scale,
    events: parsed.data.events,
    note: parsed.data.note,
    rounds: rounds ?? (quick ? 1 : 5),
    seconds: seconds ?? (quick ? 1 : 3),
    pushes: quick ? 0.25 : 1,
    registry3: parsed.data['registry-3'],
    folder,
    output,
    whole: berth && !quick && parsed.data.beside === undefined && only.length === 0 && scale === 1,
    help,
  }
}

function readArguments(args: readonly string[]): unknown {
  try {
    return parseArgs({
      args: args.filter((argument) => argument !== '--'),
      options: {
        quick: { type: 'boolean' },
        only: { type: 'string', multiple: true },
        'without-berth': { type: 'boolean' },
        built: { type: 'boolean' },
        beside: { type: 'string' },
        rest: { type: 'boolean' },
        'proxy-cache': { type: 'boolean' },
        replication: { type: 'boolean' },
        webhooks: { type: 'boolean' },
        scale: { type: 'string' },
        events: { type: 'string' },
        note: { type: 'string' },
        rounds: { type: 'string' },
        seconds: { type: 'string' },
        'registry-3': { type: 'string' },
        folder: { type: 'string' },
        output: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}
