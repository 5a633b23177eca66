import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import bcrypt from 'bcrypt'
import { hasCode } from '../has-code.js'
import { HtpasswdError, parseHtpasswd, type HtpasswdEntries } from './htpasswd-file.js'

export interface HtpasswdLog {
  warn(fields: Record<string, unknown>, message: string): void
}

const rememberedFor = 60_000
const rememberedAtMost = 10_000
/** Compared against for users that do not exist, so that the time of an answer tells nobody which do. */
const nobody = bcrypt.hashSync(randomBytes(16).toString('hex'), 10)

/**
 * Passwords from an htpasswd file, read again when the file changes. A password that was right is remembered for a minute as a
 * keyed hash, because a pull asks dozens of times and bcrypt is slow on purpose.
 */
export class Htpasswd {
  private entries: HtpasswdEntries = new Map()
  private version = ''
  private readonly key = createSecretKey(randomBytes(32))
  private readonly remembered = new Map<string, number>()
  private readonly comparing = new Map<string, Promise<boolean>>()

  private constructor(
    private readonly path: string,
    private readonly log: HtpasswdLog,
  ) {}

  /**
   * Opens the file; where there is none, makes one with the user `docker` and a random password that the log shows once, as
   * Distribution does.
   *
   * @throws {HtpasswdError} when it cannot be read
   */
  static async open(path: string, log: HtpasswdLog): Promise<Htpasswd> {
    const htpasswd = new Htpasswd(path, log)
    await htpasswd.provision()
    await htpasswd.refresh()
    return htpasswd
  }

  /** @throws {HtpasswdError} when the file cannot be read any more */
  async verify(user: string, password: string): Promise<boolean> {
    await this.refresh()
    const token = createHmac('sha256', this.key).update(`${this.version}\0${user}\0${password}`).digest('base64')
    if ((this.remembered.get(token) ?? 0) > Date.now()) return true
    const running = this.comparing.get(token)
    if (running !== undefined) return running
    const comparison = this.compare(user, password).finally(() => this.comparing.delete(token))
    this.comparing.set(token, comparison)
    const right = await comparison
    if (right) this.remember(token)
    return right
  }

  private async compare(user: string, password: string): Promise<boolean> {
    const hash = this.entries.get(user)
    const matches = await bcrypt.compare(password, hash ?? nobody)
    return hash !== undefined && matches
  }

  private remember(token: string): void {
    if (this.remembered.size >= rememberedAtMost) this.remembered.clear()
    this.remembered.set(token, Date.now() + rememberedFor)
  }

  private async refresh(): Promise<void> {
    try {
      const { mtimeMs, size, ino } = await stat(this.path)
      const version = `${mtimeMs} ${size} ${ino}`
      if (version === this.version) return
      const { entries, unusable } = parseHtpasswd(await readFile(this.path, 'utf8'))
      this.entries = entries
      this.version = version
      if (unusable.length > 0)
        this.log.warn({ path: this.path, users: unusable }, 'only bcrypt hashes count: these users cannot log in')
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new HtpasswdError(`auth.htpasswd.path ${this.path} cannot be read: ${why}`, { cause })
    }
  }

  private async provision(): Promise<void> {
    const password = randomBytes(32).toString('base64url')
    try {
      await mkdir(dirname(this.path), { recursive: true, mode: 0o700 })
      await writeFile(this.path, `docker:${await bcrypt.hash(password, 10)}\n`, { mode: 0o600, flag: 'wx' })
      this.log.warn(
        { path: this.path, user: 'docker', initial: password },
        'no htpasswd file: made one with a first user',
      )
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error
    }
  }
}
