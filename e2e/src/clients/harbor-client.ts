import { rest } from '@berth/contracts'
import type { Credentials } from './docker.js'

type Schema<Value> = { parse(value: unknown): Value }

class UnexpectedAnswer extends Error {}

const pathOf = (project: string, repository: string) =>
  `/projects/${project}/repositories/${encodeURIComponent(encodeURIComponent(repository))}`

/** Berth's REST API v2.0 as one user (Basic authentication), as far as the scenarios need it to prepare and to look. */
export class HarborClient {
  constructor(
    readonly baseUrl: string,
    readonly credentials: Credentials,
  ) {}

  as(credentials: Credentials): HarborClient {
    return new HarborClient(this.baseUrl, credentials)
  }

  health() {
    return this.#get('/health', rest.overallHealth)
  }

  systemInfo() {
    return this.#get('/systeminfo', rest.generalInfo)
  }

  /** Creates a user and gives back what it signs in with. */
  async createUser(username: string, password = 'Harbour-pilot-42'): Promise<Credentials> {
    await this.send('POST', '/users', 201, {
      username,
      password,
      email: `${username}@example.com`,
      realname: username,
    })
    return { username, password }
  }

  async deleteUser(username: string): Promise<void> {
    const found = (await this.#get(`/users/search?username=${username}`, rest.userSearchItem.array())).find(
      (user) => user.username === username,
    )
    if (!found) throw new UnexpectedAnswer(`There is no user ${username}.`)
    await this.send('DELETE', `/users/${found.user_id}`, 200)
  }

  async createProject(name: string, options: { readonly public?: boolean } = {}): Promise<void> {
    await this.send('POST', '/projects', 201, {
      project_name: name,
      metadata: { public: String(options.public ?? false) },
    })
  }

  /** @param role 1 project admin, 2 developer, 3 guest, 4 maintainer, 5 limited guest */
  async addMember(project: string, username: string, role: number): Promise<void> {
    await this.send('POST', `/projects/${project}/members`, 201, { role_id: role, member_user: { username } })
  }

  /** @param group as the body of Harbor's `member_group` */
  async addGroup(project: string, group: Readonly<Record<string, unknown>>, role: number): Promise<void> {
    await this.send('POST', `/projects/${project}/members`, 201, { role_id: role, member_group: group })
  }

  async configure(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await this.send('PUT', '/configurations', 200, settings)
  }

  tags(project: string, repository: string) {
    return this.#get(`${pathOf(project, repository)}/tags`, rest.repositoryTag.array())
  }

  /** As its page is shown, with all that is about it. */
  artifact(project: string, repository: string, reference: string) {
    return this.#get(`${pathOf(project, repository)}/artifacts/${reference}?with_accessory=true`, rest.artifact)
  }

  artifacts(project: string, repository: string) {
    return this.#get(`${pathOf(project, repository)}/artifacts`, rest.artifact.array())
  }

  referrers(project: string, repository: string, reference: string) {
    return this.#get(`${pathOf(project, repository)}/artifacts/${reference}/referrers`, rest.referrer.array())
  }

  repositories(project: string) {
    return this.#get(`/projects/${project}/repositories`, rest.repository.array())
  }

  async deleteRepository(project: string, repository: string): Promise<void> {
    await this.send('DELETE', pathOf(project, repository), 200)
  }

  async deleteArtifact(project: string, repository: string, digest: string): Promise<void> {
    await this.send('DELETE', `${pathOf(project, repository)}/artifacts/${digest}`, 200)
  }

  async restoreArtifact(project: string, repository: string, digest: string): Promise<void> {
    await this.send('POST', `${pathOf(project, repository)}/deleted/${digest}/restore`, 200)
  }

  /** Starts a run of garbage collection. @returns its id */
  async collectGarbage(parameters: { readonly dry_run?: boolean; readonly purge_deleted?: boolean }): Promise<number> {
    const body = { schedule: { type: 'Manual' }, parameters }
    const { headers } = await this.send('POST', '/system/gc/schedule', 201, body)
    return Number(headers.get('location')?.split('/').at(-1))
  }

  garbageCollections() {
    return this.#get('/system/gc', rest.gcHistory.array())
  }

  garbageCollection(id: number) {
    return this.#get(`/system/gc/${id}`, rest.gcHistory)
  }

  async garbageCollectionLog(id: number): Promise<string> {
    return (await this.send('GET', `/system/gc/${id}/log`, 200)).text
  }

  async #get<Value>(path: string, schema: Schema<Value>): Promise<Value> {
    return schema.parse(JSON.parse((await this.send('GET', path, 200)).text))
  }

  /** Any operation, as JSON. @throws {UnexpectedAnswer} where the status is not the expected one */
  async send(
    method: string,
    path: string,
    expected: number,
    body?: unknown,
  ): Promise<{ readonly text: string; readonly headers: Headers }> {
    const { username, password } = this.credentials
    const response = await fetch(`${this.baseUrl}/api/v2.0${path}`, {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    })
    const text = await response.text()
    if (response.status !== expected) {
      throw new UnexpectedAnswer(
        `${method} ${path} answered ${response.status}, not ${expected}: ${text.slice(0, 500)}`,
      )
    }
    return { text, headers: response.headers }
  }
}
