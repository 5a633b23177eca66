import { parseArgs } from 'node:util'
import { ConfigurationError } from '@berth/distribution-config'
import type { Command, Options } from './commands/command.js'
import { exportLayout } from './commands/export-layout.js'
import { garbageCollect } from './commands/garbage-collect.js'
import { importLayout } from './commands/import-layout.js'
import { serve } from './commands/serve.js'
import { UsageError } from './usage-error.js'

const commands: readonly Command[] = [serve, garbageCollect, importLayout, exportLayout]

export interface Process {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly version: string
  readonly stop: AbortSignal
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** Exit codes: what was asked for has failed; the command line makes no sense; the configuration cannot be used. */
const exitCodes = { failed: 1, usage: 2, configuration: 78 } as const

const overview = (): string => {
  const lines = commands.map(({ name, description }) => `  ${name.padEnd(18)}${description.split('\n')[0]}`)
  return `Usage: berth-registry <command> [options]

${lines.join('\n')}

  -h, --help        shows this, or the help of a command
  -v, --version     shows the version
`
}

/** @param by which words the user called the command, where another program runs this one */
function helpOf({ name, synopsis, description, ends }: Command, by: string | undefined): string {
  const more = ends === undefined ? '' : `\n${ends(by === undefined ? 'by itself' : 'by berth')}\n`
  return `Usage: ${calledBy(name, by)} ${synopsis}\n\n${description}\n${more}`
}

const calledBy = (name: string, by: string | undefined) => by ?? `berth-registry ${name}`

/**
 * Runs `berth-registry` with the arguments that follow its name.
 * @returns exit code
 */
export async function runCli(
  args: readonly string[],
  { environment, version, stop, out, err }: Process,
): Promise<number> {
  const [word, ...rest] = args
  if (word === '--version' || word === '-v') return (out(`berth-registry ${version}\n`), 0)
  if (word === undefined || word === '--help' || word === '-h' || word === 'help') {
    ;(word === undefined ? err : out)(overview())
    return word === undefined ? exitCodes.usage : 0
  }
  const command = commands.find(({ name }) => name === word)
  if (!command) {
    err(`berth-registry: there is no command "${word}"\n\n${overview()}`)
    return exitCodes.usage
  }
  // A program that runs this one says by which words its user called it, for the help and for errors.
  const by = environment['BERTH_PROGRAM']
  try {
    const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const
    const { values, positionals } = parseArgs({
      args: withPlainSwitches(rest, options),
      options,
      allowPositionals: true,
      allowNegative: true,
    })
    if (values.help) return (out(helpOf(command, by)), 0)
    return await command.run({ positionals, values, environment, stop })
  } catch (error) {
    return explain(error, command, by, err)
  }
}

/**
 * Switches may be given a value, as to Go's programs: `--dry-run=true` and `-d=1` are `--dry-run`, and `-qm=false` is `-q` and takes back an
 * `-m` before it.
 */
function withPlainSwitches(args: readonly string[], options: Options): string[] {
  const switches = new Map<string | undefined, string>()
  for (const [name, { type, short }] of Object.entries(options)) {
    if (type !== 'boolean') continue
    switches.set(name, name)
    if (short !== undefined) switches.set(short, name)
  }
  return args.flatMap((arg) => {
    const [, long, group = '', short, value = ''] =
      /^-(?:-([^=]{2,})|([^-=]*)([^-=]))=(true|false|1|0|t|f)$/i.exec(arg) ?? []
    const name = switches.get(long ?? short)
    if (name === undefined || [...group].some((letter) => !switches.has(letter))) return [arg]
    const given = /^(?:true|1|t)$/i.test(value) ? `--${name}` : `--no-${name}`
    return group === '' ? [given] : [`-${group}`, given]
  })
}

function explain(error: unknown, command: Command, by: string | undefined, err: (text: string) => void): number {
  const called = calledBy(command.name, by)
  if (error instanceof ConfigurationError) {
    err(`${error.message}\n`)
    return exitCodes.configuration
  }
  const message = error instanceof Error ? error.message : String(error)
  const isUsage =
    error instanceof UsageError ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  if (isUsage) {
    err(`${called}: ${message}\n\n${helpOf(command, by)}`)
    return exitCodes.usage
  }
  err(`${called}: ${message}\n`)
  return exitCodes.failed
}
