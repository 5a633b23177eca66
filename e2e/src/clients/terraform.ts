import { copyFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runCommand, succeed } from './command.js'
import { buildGoProgram, NoGoProgram } from './go-program.js'

const RESOURCES = join(import.meta.dirname, '../../terraform/main.tf')
const PROVIDER = 'github.com/goharbor/terraform-provider-harbor@489db88a31638562bcdfd983baf90e9d68d3b73f'

/** Terraform with Harbor's provider and the resources of `terraform/main.tf`. */
export class Terraform {
  readonly #env: NodeJS.ProcessEnv

  private constructor(
    private readonly folder: string,
    variables: Readonly<Record<'url' | 'password' | 'name', string>>,
  ) {
    const given = Object.entries(variables).map(([name, value]) => [`TF_VAR_${name}`, value])
    this.#env = { ...process.env, ...Object.fromEntries(given), TF_CLI_CONFIG_FILE: join(folder, 'terraformrc') }
  }

  /** @throws {NoGoProgram} where there is no Terraform, or its provider cannot be built */
  static async open(folder: string, variables: Readonly<Record<'url' | 'password' | 'name', string>>) {
    await runCommand('terraform', ['version']).catch(() => {
      throw new NoGoProgram('there is no Terraform on this machine')
    })
    const provider = dirname(await buildGoProgram(PROVIDER))
    const own = `provider_installation {\n  dev_overrides { "goharbor/harbor" = "${provider}" }\n  direct {}\n}\n`
    await writeFile(join(folder, 'terraformrc'), own)
    await copyFile(RESOURCES, join(folder, 'main.tf'))
    return new Terraform(folder, variables)
  }

  apply(round: number): Promise<string> {
    return succeed('terraform', ['apply', '-auto-approve', '-no-color'], this.#options(round))
  }

  /** What it would still change. */
  async plan(round: number): Promise<string> {
    const { code, stdout, stderr } = await runCommand(
      'terraform',
      ['plan', '-detailed-exitcode', '-no-color'],
      this.#options(round),
    )
    return code === 0 ? '' : stdout + stderr
  }

  destroy(round: number): Promise<string> {
    return succeed('terraform', ['destroy', '-auto-approve', '-no-color'], this.#options(round))
  }

  #options(round: number) {
    return { cwd: this.folder, env: { ...this.#env, TF_VAR_round: String(round) } }
  }
}
