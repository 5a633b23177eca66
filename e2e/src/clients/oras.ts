import { join } from 'node:path'
import { runCommand, succeed, type CommandOptions, type CommandResult } from './command.js'
import type { Credentials } from './docker.js'
import { trixieProgram } from './trixie-program.js'

export interface Referrer {
  readonly digest: string
  readonly artifactType: string
}

/** The oras command line with a login store of its own, against one registry over plain HTTP. */
export class OrasClient {
  readonly #login: string

  constructor(
    readonly registry: string,
    folder: string,
    private readonly program: string,
  ) {
    this.#login = join(folder, 'oras-auth.json')
  }

  /** Fetches the program where it is not there yet. */
  static async open(registry: string, folder: string): Promise<OrasClient> {
    return new OrasClient(registry, folder, await trixieProgram('oras', 'usr/bin/oras'))
  }

  reference(name: string): string {
    return `${this.registry}/${name}`
  }

  login({ username, password }: Credentials): Promise<CommandResult> {
    const args = ['login', ...this.#connection(), '--username', username, '--password-stdin', this.registry]
    return runCommand(this.program, args, { input: password })
  }

  /** A command on one reference, which comes last but for `files`. */
  run(command: readonly string[], name: string, files: readonly string[] = [], options: CommandOptions = {}) {
    return runCommand(this.program, this.#args(command, name, files), options)
  }

  must(command: readonly string[], name: string, files: readonly string[] = [], options: CommandOptions = {}) {
    return succeed(this.program, this.#args(command, name, files), options)
  }

  /** Copies an artifact with all that refers to it. */
  copy(source: string, destination: string): Promise<CommandResult> {
    const ends = ['from', 'to'].flatMap((end) => [`--${end}-plain-http`, `--${end}-registry-config`, this.#login])
    const references = [source, destination].map((name) => this.reference(name))
    return runCommand(this.program, ['copy', '--recursive', '--no-tty', ...ends, ...references])
  }

  /** What refers to an artifact, as the registry lists it. */
  async discover(name: string, artifactType?: string): Promise<Referrer[]> {
    const filter = artifactType === undefined ? [] : ['--artifact-type', artifactType]
    const { manifests }: { manifests: Referrer[] | null } = JSON.parse(
      await this.must(['discover', '--format', 'json', ...filter], name),
    )
    return manifests ?? []
  }

  #connection(): string[] {
    return ['--plain-http', '--registry-config', this.#login]
  }

  #args(command: readonly string[], name: string, files: readonly string[]): string[] {
    return [...command, ...this.#connection(), this.reference(name), ...files]
  }
}
