import type { Pool } from 'pg'
import { insertUser } from './factories.js'
import { signToken, type TokenCaller } from './token-keys.js'

/** What the tokens of a user or robot carry now. @throws where they may not sign in */
export async function callerOf(pool: Pool, kind: TokenCaller['kind'], id: number): Promise<TokenCaller> {
  const { rows } = await pool.query<TokenCaller>('select kind, id, mark from caller where kind = $1 and id = $2', [
    kind,
    id,
  ])
  if (!rows[0]) throw new Error(`There is no ${kind} ${id}.`)
  return rows[0]
}

/** Makes an administrator. @returns tokens of theirs, for whatever is asked for */
export async function tokensOfAdministrator(pool: Pool, privateKey: string): Promise<(scope: string) => string> {
  const { id, username } = await insertUser(pool, { sysadmin: true })
  const caller = await callerOf(pool, 'user', id)
  return (scope) => signToken(privateKey, scope, username, 3600, caller)
}
