import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand, succeed, type CommandResult } from './command.js'
import type { Credentials } from './docker.js'
import { trixieProgram } from './trixie-program.js'

/** Where cosign keeps signatures: under a tag made of the digest, or as referrers of OCI 1.1. */
export type SignatureStore = 'tags' | 'referrers'

export interface Predicate {
  /** As cosign calls it, e.g. `slsaprovenance1`. */
  readonly type: string
  /** A file. */
  readonly predicate: string
}

export interface SigningKey {
  readonly privateKey: string
  readonly publicKey: string
}

const SIGN: Readonly<Record<SignatureStore, readonly string[]>> = {
  tags: [],
  referrers: ['--registry-referrers-mode=oci-1-1'],
}
const VERIFY: Readonly<Record<SignatureStore, readonly string[]>> = {
  tags: [],
  referrers: ['--experimental-oci11'],
}

/** The cosign command line with keys and a login store of its own, without any transparency log. */
export class CosignClient {
  readonly #env: NodeJS.ProcessEnv

  constructor(
    readonly registry: string,
    private readonly folder: string,
    private readonly program: string,
  ) {
    this.#env = {
      ...process.env,
      HOME: folder,
      DOCKER_CONFIG: join(folder, 'cosign'),
      COSIGN_PASSWORD: 'of the key',
      // Only then does it know of referrers.
      COSIGN_EXPERIMENTAL: '1',
    }
  }

  /** Fetches the program where it is not there yet. */
  static async open(registry: string, folder: string): Promise<CosignClient> {
    return new CosignClient(registry, folder, await trixieProgram('cosign', 'usr/bin/cosign'))
  }

  login({ username, password }: Credentials): Promise<CommandResult> {
    return this.#run(['login', this.registry, '--username', username, '--password-stdin'], password)
  }

  async generateKey(name: string): Promise<SigningKey> {
    const folder = join(this.folder, name)
    await mkdir(folder)
    await succeed(this.program, ['generate-key-pair'], { env: this.#env, cwd: folder })
    return { privateKey: join(folder, 'cosign.key'), publicKey: join(folder, 'cosign.pub') }
  }

  /** @param name with its digest: a tag may have moved since it was looked at */
  sign(name: string, key: SigningKey, store: SignatureStore): Promise<CommandResult> {
    const args = ['sign', '--yes', '--tlog-upload=false', '--allow-http-registry', '--key', key.privateKey]
    return this.#run([...args, ...SIGN[store], `${this.registry}/${name}`])
  }

  /** States in a file what is said of an image, and signs that. Among the referrers it is kept as a bundle of Sigstore. */
  attest(name: string, key: SigningKey, store: SignatureStore, { type, predicate }: Predicate): Promise<CommandResult> {
    const args = ['attest', '--yes', '--tlog-upload=false', '--allow-http-registry', '--key', key.privateKey]
    const place = store === 'referrers' ? ['--new-bundle-format'] : []
    return this.#run([...args, ...place, '--type', type, '--predicate', predicate, `${this.registry}/${name}`])
  }

  verify(name: string, key: SigningKey, store: SignatureStore): Promise<CommandResult> {
    const args = ['verify', '--insecure-ignore-tlog', '--allow-http-registry', '--key', key.publicKey]
    return this.#run([...args, ...VERIFY[store], `${this.registry}/${name}`])
  }

  /** Copies an image with the signatures that lie under tags. */
  copy(source: string, destination: string): Promise<CommandResult> {
    const references = [source, destination].map((name) => `${this.registry}/${name}`)
    return this.#run(['copy', '--allow-http-registry', ...references])
  }

  #run(args: readonly string[], input = ''): Promise<CommandResult> {
    return runCommand(this.program, args, { env: this.#env, input })
  }
}
