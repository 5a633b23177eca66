import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/** As Berth asks of a secret: upper and lower case, and a digit. */
export function newSecret(): string {
  for (;;) {
    const secret = randomBytes(24).toString('base64url')
    if (/[a-z]/.test(secret) && /[A-Z]/.test(secret) && /\d/.test(secret)) return secret
  }
}

/** Where the secrets of robots go, each of which is told once. */
export interface SecretSink {
  /**
   * Keeps a secret while its robot is made: a kill in between loses none.
   * @returns what takes it back, where the robot was refused, or tells it, where it was made
   */
  keep(
    robot: string,
    secret: string,
  ): Promise<{ readonly take: () => Promise<void>; readonly tell: () => Promise<void> }>
}

/** A file that its owner alone may read, to which secrets are added: a name and a secret in each line, with a tabulator between them. */
export class SecretFile implements SecretSink, AsyncDisposable {
  private constructor(private readonly file: FileHandle) {}

  /** @throws {Error} where others can read what is there, or a link lies in its place */
  static async open(path: string): Promise<SecretFile> {
    const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW } = constants
    const file = await open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600)
    const { mode } = await file.stat()
    if ((mode & 0o077) === 0) return new SecretFile(file)
    await file.close()
    throw new Error(`Others may read ${path}: chmod 600 it first.`)
  }

  async keep(robot: string, secret: string) {
    const { size } = await this.file.stat()
    await this.file.appendFile(`${robot}\t${secret}\n`)
    await this.file.datasync()
    return { take: () => this.file.truncate(size), tell: async () => {} }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.file.close()
  }
}

/** Says each secret once, as soon as its robot is there. */
export class SpokenSecrets implements SecretSink {
  constructor(private readonly say: (line: string) => void) {}

  async keep(robot: string, secret: string) {
    return { take: async () => {}, tell: async () => this.say(`robot ${robot}  ${secret}`) }
  }
}
