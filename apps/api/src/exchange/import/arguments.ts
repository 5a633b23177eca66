import { parseArgs } from 'node:util'

export const usage = `Usage: ./berth import harbor <address> [--project <name>]... [--dry-run] [--output <folder>]
                             [--ca <file> | --insecure]

Brings projects, members, labels, robots, rules, webhooks, registries and images of a Harbor, which is only read.
  -p, --project <name>   only this project; given several times, these
  --dry-run              shows what would be brought, and changes nothing
  -o, --output <folder>  writes import.json, the report, and robots.txt, the new secrets of robots (mode 600); without it they are printed
  --ca <file>            certificates in PEM by which the Harbor is trusted beside those that the system trusts
  --insecure             takes whatever certificate the Harbor shows

The account is a system administrator of the Harbor: BERTH_REMOTE_USER and BERTH_REMOTE_PASSWORD. What is here already stays as it is, so
that the same command goes on where a run broke off. It ends with 1 where something failed.
`

/** The command line makes no sense. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** What somebody has asked for. */
export interface Invocation {
  readonly url: URL
  readonly projects: readonly string[]
  readonly isDryRun: boolean
  readonly output: string | undefined
  readonly insecure: boolean
}

/** Undefined: the help. @throws {UsageError} @throws {TypeError} of the parser */
export function readArguments(args: string[]): Invocation | undefined {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      project: { type: 'string', short: 'p', multiple: true, default: [] },
      'dry-run': { type: 'boolean', default: false },
      output: { type: 'string', short: 'o' },
      insecure: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return undefined
  const [address, ...more] = positionals
  if (address === undefined || more.length > 0) throw new UsageError('name one Harbor')
  const url = URL.parse(address)
  // Whoever may look at the processes would read it.
  if (url && (url.username !== '' || url.password !== ''))
    throw new UsageError('give user and password by BERTH_REMOTE_USER and BERTH_REMOTE_PASSWORD, not in the address')
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '')
    throw new UsageError(`${address} is no address of a Harbor: scheme, host and port`)
  const { project: projects, 'dry-run': isDryRun, output, insecure } = values
  return { url, projects, isDryRun, output, insecure }
}
