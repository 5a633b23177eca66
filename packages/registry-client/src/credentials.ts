export interface Credentials {
  readonly username: string
  readonly password: string
}

/** Asked whenever the registry wants to be signed in to, for what may have ended since. */
export type CredentialSource = () => Promise<Credentials | undefined>

export function basic({ username, password }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}
