import type { parseArgs } from 'node:util'

export type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>

export interface Invocation {
  /** Arguments that are no options. */
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Fires when the process is told to stop. */
  readonly stop: AbortSignal
}

/** One word after `berth-registry`. */
export interface Command {
  readonly name: string
  /** What follows the name, for the help. */
  readonly synopsis: string
  /** One line for the overview, further ones for the command's own help. */
  readonly description: string
  /** What follows it in the help, and is not the same where `./berth` calls: that hands on the platform's environment and `--ca <file>`. */
  readonly ends?: (called: 'by berth' | 'by itself') => string
  readonly options: Options
  /** @returns exit code */
  run(invocation: Invocation): Promise<number>
}
