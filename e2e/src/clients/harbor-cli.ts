import { join } from 'node:path'
import { runCommand } from './command.js'
import type { Credentials } from './docker.js'
import { buildGoProgram } from './go-program.js'

const SOURCE = 'github.com/goharbor/harbor-cli/cmd/harbor@v0.0.27-0.20260818155516-d98afec5a3b9'

/** Where it could not read an answer it says so, and may yet end with success. */
const FAILED = /does not match any response|\[[45]\d\d\]|panic|level=(error|fatal)/

/** Harbor's command line with a store of logins of its own. */
export class HarborCli {
  readonly #env: NodeJS.ProcessEnv

  private constructor(
    private readonly program: string,
    /** Where it writes the secrets that it is to keep. */
    private readonly folder: string,
  ) {
    const home = join(folder, 'harbor-cli')
    const key = Buffer.from('0'.repeat(32)).toString('base64')
    const stores = { XDG_DATA_HOME: join(home, 'data'), XDG_CONFIG_HOME: join(home, 'config') }
    this.#env = { ...process.env, ...stores, HOME: home, HARBOR_ENCRYPTION_KEY: key, TERM: 'dumb' }
  }

  /** @throws {NoGoProgram} where it cannot be built */
  static async open(folder: string): Promise<HarborCli> {
    return new HarborCli(await buildGoProgram(SOURCE), folder)
  }

  login(url: string, { username, password }: Credentials): Promise<string> {
    return this.run('login', url, '-u', username, '-p', password)
  }

  /** @returns what it printed. @throws {Error} where it failed, or says that it could not read an answer */
  async run(...args: readonly string[]): Promise<string> {
    const command = [this.program, ...args].map((word) => `'${word}'`).join(' ')
    // It draws its tables on a terminal alone, and asks any but a dumb one for its colours.
    const terminal = ['--quiet', '--return', '--command', command, '/dev/null']
    const { code, stdout } = await runCommand('script', terminal, {
      cwd: this.folder,
      env: this.#env,
      timeoutMs: 30_000,
    })
    if (code !== 0 || FAILED.test(stdout)) throw new Error(`harbor ${args.join(' ')}: ${stdout}`)
    return stdout
  }
}
