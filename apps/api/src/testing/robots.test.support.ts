import type { ApiUnderTest } from './api.test.support.js'

interface Permission {
  readonly kind: string
  readonly namespace: string
  readonly access: readonly { readonly resource: string; readonly action: string }[]
}

/** `tag:list tag:delete` as the API has it. */
export const access = (permissions: string) =>
  permissions.split(' ').map((permission) => {
    const [resource = '', action = ''] = permission.split(':')
    return { resource, action }
  })

/** @param namespace a project, `*` for all, `/` for the system */
export const on = (namespace: string, permissions: string): Permission => ({
  kind: namespace === '/' ? 'system' : 'project',
  namespace,
  access: access(permissions),
})

export const seconds = (date: Date) => Math.floor(date.getTime() / 1000)
export const refused = (reason: string, status = 403) => ({ status, reason })

/** Robots by the API. */
export class Robots {
  private count = 0

  constructor(private readonly api: ApiUnderTest) {}

  create(as: string, level: string, permissions: readonly Permission[], more: object = {}) {
    const body = { name: `robot-${(this.count += 1)}`, level, duration: -1, permissions, ...more }
    return this.api.call({ method: 'POST', path: 'robots', as, body })
  }

  /** A robot and what to sign in with. */
  async made(as: string, level: string, permissions: readonly Permission[], more: object = {}) {
    const { status, body, text } = await this.create(as, level, permissions, more)
    if (status !== 201) throw new Error(text)
    return { id: body.id as number, as: `${body.name}:${body.secret}`, name: body.name as string }
  }

  get(id: number, as = 'admin') {
    return this.api.call({ path: `robots/${id}`, as })
  }

  put(id: number, body: object, as = 'admin') {
    return this.api.call({ method: 'PUT', path: `robots/${id}`, as, body })
  }

  patch(id: number, body: object, as = 'admin') {
    return this.api.call({ method: 'PATCH', path: `robots/${id}`, as, body })
  }

  token(as: string, scope = '') {
    return this.api.call({ path: `/service/token${scope && `?scope=${scope}`}`, as })
  }

  /** What a token for one scope allows. */
  async granted(as: string, scope: string): Promise<string[]> {
    const { body } = await this.token(as, scope)
    return JSON.parse(Buffer.from(body.token.split('.')[1], 'base64url').toString()).access[0].actions
  }

  async number(): Promise<number | null> {
    return (await this.api.database.pool.query('select from robot')).rowCount
  }
}
