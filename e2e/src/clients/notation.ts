import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand, succeed, type CommandResult } from './command.js'
import type { Credentials } from './docker.js'
import { buildGoTools } from './go-program.js'

/** By whom a test certificate is made out, and whom a policy of trust then names. */
const SIGNER = 'berth.example'
const POLICY = {
  version: '1.0',
  trustPolicies: [
    {
      name: 'all',
      registryScopes: ['*'],
      signatureVerification: { level: 'strict' },
      trustStores: [`ca:${SIGNER}`],
      trustedIdentities: ['*'],
    },
  ],
}

/** The notation command line with a certificate and a policy of its own, against one registry over plain HTTP. */
export class NotationClient {
  readonly #env: NodeJS.ProcessEnv

  private constructor(
    readonly registry: string,
    private readonly program: string,
    private readonly home: string,
    { username, password }: Credentials,
  ) {
    const stores = { XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, HOME: home }
    this.#env = { ...process.env, ...stores, NOTATION_USERNAME: username, NOTATION_PASSWORD: password }
  }

  /** @throws {NoGoProgram} where it cannot be built */
  static async open(registry: string, folder: string, credentials: Credentials): Promise<NotationClient> {
    const program = join(await buildGoTools('notation'), 'notation')
    const client = new NotationClient(registry, program, folder, credentials)
    await client.#trustItself()
    return client
  }

  /** @param name with its digest. `byTag`: as for registries without referrers, in a list under a tag of the digest */
  sign(name: string, { byTag = false } = {}): Promise<CommandResult> {
    const args = ['sign', '--insecure-registry', `--force-referrers-tag=${byTag}`]
    return this.#run([...args, `${this.registry}/${name}`])
  }

  verify(name: string): Promise<CommandResult> {
    return this.#run(['verify', '--insecure-registry', `${this.registry}/${name}`])
  }

  async #trustItself(): Promise<void> {
    const policy = join(this.home, 'trust-policy.json')
    await writeFile(policy, JSON.stringify(POLICY))
    await succeed(this.program, ['cert', 'generate-test', '--default', SIGNER], { env: this.#env })
    await succeed(this.program, ['policy', 'import', '--force', policy], { env: this.#env })
  }

  #run(args: readonly string[]): Promise<CommandResult> {
    return runCommand(this.program, args, { env: this.#env })
  }
}
