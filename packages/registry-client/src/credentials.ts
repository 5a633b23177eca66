export interface Credentials {
  readonly username: string
  readonly password: string
}

export function basic({ username, password }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}
