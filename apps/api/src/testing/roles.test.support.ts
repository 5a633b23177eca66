import type { ApiUnderTest } from './api.test.support.js'

export const reading = ['self:read', 'repository:list', 'repository:pull', 'artifact:read', 'artifact:list', 'tag:list']
export const define = (name: string, permissions: string[], more: object = {}) => ({ name, permissions, ...more })

/** Roles by the API. */
export class Roles {
  constructor(private readonly api: ApiUnderTest) {}

  create(body: object, as = 'admin') {
    return this.api.call({ method: 'POST', path: 'roles', as, body })
  }

  /** @returns the id of the new role */
  async made(name: string, permissions: string[], more: object = {}): Promise<number> {
    const { status, headers, text } = await this.create(define(name, permissions, more))
    if (status !== 201) throw new Error(text)
    return Number(String(headers['location']).split('/').at(-1))
  }

  /** Gives a user one role in `dev`, instead of what they had. */
  async give(username: string, role: number): Promise<void> {
    await this.api.database.pool.query(
      'delete from project_member where user_id = (select id from "user" where username = $1)',
      [username],
    )
    await this.api.addMember('dev', 'admin', username, role)
  }

  async statusOf(as: string, path: string, method: 'GET' | 'DELETE' = 'GET'): Promise<number> {
    return (await this.api.call({ method, path, as })).status
  }
}
