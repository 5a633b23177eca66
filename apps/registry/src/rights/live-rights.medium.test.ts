import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { callerOf, insertProject, insertUser, makeImage, OciClient, signToken, type TokenCaller } from '@berth/testkit'
import { afterAll, describe, expect, it } from 'vitest'
import { startTestPlatform } from '../platform/test-platform.js'

const platform = await startTestPlatform()
afterAll(() => platform[Symbol.asyncDispose]())

const { client: administrator, privateKey, database } = platform
const { pool } = database
/** A lease of a second, and what the proxy has been told for the rest of one. */
const SOON = { timeout: 4_000, interval: 50 }

interface Scene {
  /** Of the project, and the user who is a developer in it. */
  readonly project: string
  readonly projectId: number
  readonly userId: number
}

/** Whose token it is. */
type Bearer = (scene: Scene) => Promise<{ readonly name: string; readonly caller?: TokenCaller }>

const member: Bearer = async ({ userId }) => ({ name: 'member', caller: await callerOf(pool, 'user', userId) })
const nobody: Bearer = async () => ({ name: '' })
/** The member, who has the role by a group of a directory alone. */
const grouped: Bearer = async (scene) => {
  const { userId, projectId, project } = scene
  await pool.query(
    `with taken as (delete from project_member where project_id = $1 and user_id = $2),
          identity as (insert into user_identity (user_id, source, issuer, subject, name, groups_until)
            values ($2, 'ldap', '', $3::text, $3::text, now() + interval '1 day') returning id),
          group_ as (insert into user_group (type, name, ldap_group_dn, key) values (1, $3::text, $3::text, $3::text) returning id),
          within as (insert into user_group_member (identity_id, type, key) select id, 1, $3::text from identity)
     insert into project_member (project_id, group_id, role_id) select $1, id, 2 from group_`,
    [projectId, userId, project],
  )
  // Whoever is in a directory has no password here.
  await pool.query('update "user" set password_hash = null where id = $1', [userId])
  return member(scene)
}
/** An administrator by a group alone. */
const administrators: Bearer = async (scene) => {
  const bearer = await grouped(scene)
  await pool.query('delete from project_member where project_id = $1', [scene.projectId])
  await pool.query('insert into admin_group (type, key) values (1, $1)', [scene.project])
  return bearer
}
const sysadmin: Bearer = async ({ userId, projectId }) => {
  await pool.query('delete from project_member where project_id = $1 and user_id = $2', [projectId, userId])
  await pool.query('update "user" set sysadmin = true where id = $1', [userId])
  return member({ userId, projectId, project: '' })
}
const robot: Bearer = async ({ projectId }) => {
  const { rows } = await pool.query<{ id: number }>(
    `with made as (insert into robot (name, level, project_id) values ('ci', 'project', $1) returning id),
          secret as (insert into credential (kind, robot_id, hash) select 'robot', id, '\\x01' from made)
     insert into robot_grant (robot_id, scope, project_id, permissions)
     select id, 'project', $1, '{repository:pull,repository:push}' from made returning robot_id as id`,
    [projectId],
  )
  return { name: 'robot$ci', caller: await callerOf(pool, 'robot', rows[0]?.id ?? 0) }
}

/** By a personal access token of the member. */
const token: Bearer = async ({ userId }) => {
  const { rows } = await pool.query<{ mark: string }>(
    `with made as (insert into credential (kind, user_id, hash) values ('token', $1, $2) returning hash)
     select left(encode(sha256(hash), 'hex'), 32) as mark from made`,
    [userId, randomBytes(32)],
  )
  return { name: 'member', caller: { kind: 'user', id: userId, mark: rows[0]?.mark ?? '' } }
}
const ceilingOf = (permissions: string, more = '') =>
  `update credential set ceiling = jsonb_build_array(jsonb_build_object('scope', $1::int, 'permissions', '${permissions}'::text[] ${more}))
   where user_id = $2`

type Change = readonly [sql: string, ...parameters: (keyof Scene)[]]
const memberRow = 'project_id = $1 and user_id = $2'
const ofMember = ['projectId', 'userId'] as const
const ofRobot = 'where project_id = $1'

/** What ends, by which change, and what is left. */
const ends: readonly [
  title: string,
  Bearer,
  Change,
  left: { pull: boolean; takesName?: boolean },
  isPublic?: boolean,
][] = [
  ['membership', member, [`delete from project_member where ${memberRow}`, ...ofMember], { pull: false }],
  [
    'a role that may push',
    member,
    [`update project_member set role_id = 3 where ${memberRow}`, ...ofMember],
    { pull: true },
  ],
  [
    'what the role holds',
    member,
    [
      `with made as (insert into role (name, permissions) values ('pulls ' || $1, '{repository:pull}') returning id)
       update project_member set role_id = made.id from made where project_id = $1::int and user_id = $2`,
      ...ofMember,
    ],
    { pull: true },
  ],
  ['the password', member, [`update "user" set password_hash = 'another' where id = $1`, 'userId'], { pull: false }],
  [
    'the password, in a public project',
    member,
    [`update "user" set password_hash = 'b' where id = $1`, 'userId'],
    { pull: false },
    true,
  ],
  [
    'a second factor that is switched on',
    member,
    [`insert into second_factor (user_id, secret, enabled_at, generation) values ($1, 'sealed', now(), 1)`, 'userId'],
    { pull: false },
  ],
  ['the user', member, ['update "user" set deleted_at = now() where id = $1', 'userId'], { pull: false }],
  [
    'being in a group',
    grouped,
    ['delete from user_group_member where identity_id in (select id from user_identity where user_id = $1)', 'userId'],
    { pull: false },
  ],
  [
    'the time of what a directory said of groups',
    grouped,
    ['update user_identity set groups_until = now() where user_id = $1', 'userId'],
    { pull: false },
  ],
  [
    'being in the directory, in a public project',
    grouped,
    ['update user_identity set gone_at = now() where user_id = $1', 'userId'],
    { pull: false },
    true,
  ],
  ['the group', grouped, ['delete from user_group where name = $1', 'project'], { pull: false }],
  [
    'the membership of a group',
    grouped,
    ['delete from project_member where project_id = $1', 'projectId'],
    { pull: false },
  ],
  [
    'a role of a group that may push',
    grouped,
    ['update project_member set role_id = 3 where project_id = $1', 'projectId'],
    { pull: true },
  ],
  ['the administrators’ group', administrators, ['delete from admin_group where key = $1', 'project'], { pull: false }],
  [
    'the administrator’s flag',
    sysadmin,
    ['update "user" set sysadmin = false where id = $1', 'userId'],
    { pull: false },
  ],
  ['being public', nobody, ['update project set public = false where id = $1', 'projectId'], { pull: false }, true],
  ['being enabled, of a robot', robot, [`update robot set disabled = true ${ofRobot}`, 'projectId'], { pull: false }],
  [
    'the secret of a robot',
    robot,
    [`update credential set hash = '\\x02' where robot_id in (select id from robot ${ofRobot})`, 'projectId'],
    { pull: false },
  ],
  [
    'the time of an old secret of a robot',
    robot,
    [`update credential set expires_at = now() where robot_id in (select id from robot ${ofRobot})`, 'projectId'],
    { pull: false },
  ],
  ['the time of a robot', robot, [`update robot set expires_at = now() ${ofRobot}`, 'projectId'], { pull: false }],
  ['the robot', robot, [`delete from robot ${ofRobot}`, 'projectId'], { pull: false }],
  [
    'a grant of a robot',
    robot,
    [`update robot_grant set permissions = '{repository:pull}' ${ofRobot}`, 'projectId'],
    { pull: true },
  ],
  [
    'the patterns of a robot',
    robot,
    [`update robot_grant set repositories = '{other/**}' ${ofRobot}`, 'projectId'],
    { pull: false },
  ],
  ['the personal access token', token, ['delete from credential where user_id = $1', 'userId'], { pull: false }],
  [
    'the time of the personal access token',
    token,
    ['update credential set expires_at = now() where user_id = $1', 'userId'],
    { pull: false },
  ],
  [
    'the owner of the personal access token',
    token,
    ['update "user" set deleted_at = now() where id = $1', 'userId'],
    { pull: false },
  ],
  ['its ceiling', token, [ceilingOf('{repository:pull}'), ...ofMember], { pull: true }],
  [
    'the repositories of its ceiling',
    token,
    [ceilingOf('{repository:pull,repository:push}', ", 'repositories', '{other/**}'::text[]"), ...ofMember],
    { pull: false },
  ],
  [
    'the project, whose name another one has',
    member,
    [
      `with owner as (insert into "user" (username) values ('owner of ' || $1::int) returning id),
            other as (insert into project (name, owner_id) select 'other' || $1, id from owner returning id),
            moved as (update repository set project_id = other.id from other where project_id = $1)
       insert into project_member (project_id, user_id, role_id) select other.id, owner.id, 1 from other, owner`,
      'projectId',
    ],
    { pull: false, takesName: true },
  ],
]

let count = 0

async function setScene(isPublic: boolean): Promise<Scene> {
  const project = `scene${(count += 1)}`
  const { id: projectId } = await insertProject(pool, { name: project, public: isPublic })
  const { id: userId } = await insertUser(pool, { passwordHash: 'one' })
  await pool.query('insert into project_member (project_id, user_id, role_id) values ($1, $2, 2)', [projectId, userId])
  return { project, projectId, userId }
}

/** Deletes the project, whose repositories another one has already, and gives that its name. */
async function takeName({ project, projectId }: Scene): Promise<void> {
  await pool.query('delete from project where id = $1', [projectId])
  await pool.query(`update project set name = $1 where name = 'other' || $2::int`, [project, projectId])
}

describe.each(ends)('a token ends with %s', (_title, bearerOf, [sql, ...parameters], left, isPublic = false) => {
  it('for pulls, pushes and uploads under way', async () => {
    const { takesName = false } = left
    const scene = await setScene(isPublic)
    const name = `${scene.project}/app`
    const image = await administrator.pushImage(name, 'v1')
    const { name: subject, caller } = await bearerOf(scene)
    const actions = caller ? 'pull,push' : 'pull'
    const token = signToken(privateKey, `repository:${name}:${actions}`, subject, 3600, caller)
    const client = new OciClient(platform.url, { token: () => token })
    const { layers } = JSON.parse(image.manifest.toString()) as { layers: { digest: string }[] }
    const begun = caller && (await client.expect(202, 'POST', `${name}/blobs/uploads/`))
    const upload = begun?.headers.get('location') ?? ''
    const append = () => client.request('PATCH', upload, { body: randomBytes(10) })
    const pulls = [
      () => client.request('GET', `${name}/manifests/v1`),
      () => client.request('GET', `${name}/blobs/${layers[0]?.digest}`),
      () => client.request('HEAD', `${name}/blobs/${layers[0]?.digest}`),
      () => client.request('GET', `${name}/tags/list`),
    ]
    const headers = { 'content-type': image.mediaType }
    const pushes = caller
      ? [
          append,
          () => client.request('PUT', `${name}/manifests/v2`, { body: new Uint8Array(image.manifest), headers }),
          () => client.request('POST', `${name}/blobs/uploads/?digest=${image.digest}`, { body: 'x' }),
          () => client.request('PUT', `${upload}?digest=${image.digest}`),
        ]
      : []
    const statuses = async (calls: readonly (() => Promise<Response>)[]) => {
      const answers: number[] = []
      for (const call of calls) answers.push((await call()).status)
      return answers
    }
    const allowed = [200, 200, 200, 200]
    for (let times = 0; times < 3; times += 1) expect(await statuses(pulls)).toEqual(allowed)
    if (caller) expect(await statuses(pushes)).toEqual([202, 201, 400, 400])

    await pool.query(
      sql,
      parameters.map((parameter) => scene[parameter]),
    )
    if (takesName) await takeName(scene)
    await expect.poll(() => statuses(pulls), SOON).toEqual(left.pull ? allowed : [401, 401, 401, 401])
    if (caller) await expect.poll(() => statuses(pushes), SOON).toEqual([401, 401, 401, 401])
  })
})

/** What is given, of which there was nothing, by which change. */
const given: readonly [title: string, Bearer, without: Change, given: Change][] = [
  [
    'membership',
    member,
    [`delete from project_member where ${memberRow}`, ...ofMember],
    ['insert into project_member (project_id, user_id, role_id) values ($1, $2, 2)', ...ofMember],
  ],
  [
    'membership by a group',
    grouped,
    ['update user_identity set groups_until = now() where user_id = $1', 'userId'],
    [`update user_identity set groups_until = now() + interval '1 day' where user_id = $1`, 'userId'],
  ],
  [
    'being public',
    nobody,
    ['update project set public = false where id = $1', 'projectId'],
    ['update project set public = true where id = $1', 'projectId'],
  ],
  [
    'being enabled, of a robot',
    robot,
    [`update robot set disabled = true ${ofRobot}`, 'projectId'],
    [`update robot set disabled = false ${ofRobot}`, 'projectId'],
  ],
  [
    'the project',
    sysadmin,
    [`update project set name = 'no ' || $1 where name = $1`, 'project'],
    [`update project set name = $1 where name = 'no ' || $1`, 'project'],
  ],
  [
    'being an administrator',
    member,
    [`delete from project_member where ${memberRow}`, ...ofMember],
    ['update "user" set sysadmin = true where id = $1', 'userId'],
  ],
]

it.each(given)('%s counts at once, also where it has just been missed', async (_title, bearerOf, without, change) => {
  const scene = await setScene(false)
  const name = `${scene.project}/app`
  await administrator.pushImage(name, 'v1')
  const { name: subject, caller } = await bearerOf(scene)
  const token = signToken(privateKey, `repository:${name}:pull`, subject, 3600, caller)
  const client = new OciClient(platform.url, { token: () => token })
  const make = ([sql, ...parameters]: Change) =>
    pool.query(
      sql,
      parameters.map((parameter) => scene[parameter]),
    )
  const pull = async () => (await client.request('GET', `${name}/tags/list`)).status
  await make(without)
  expect(await pull()).toBe(401)
  await make(change)
  expect(await pull()).toBe(200)
})

describe('the catalog', () => {
  const catalogOf = async (bearer: { name: string; caller?: TokenCaller }, action: string) => {
    const token = signToken(privateKey, `registry:catalog:${action}`, bearer.name, 3600, bearer.caller)
    const response = await fetch(`${platform.url}/v2/_catalog`, { headers: { authorization: `Bearer ${token}` } })
    return response.status === 200
      ? ((await response.json()) as { repositories: string[] }).repositories
      : response.status
  }

  it('lists what the caller may pull: of public projects, and where they are a member', async () => {
    const [own, open, closed] = [await setScene(false), await setScene(true), await setScene(false)]
    for (const { project } of [own, open, closed]) await administrator.pushImage(`${project}/app`, 'v1')
    const known = [own, open, closed].map(({ project }) => `${project}/app`)
    const seen = async (bearer: { name: string; caller?: TokenCaller }) => {
      const listed = await catalogOf(bearer, 'pull')
      return Array.isArray(listed) ? known.filter((name) => listed.includes(name)) : listed
    }
    expect(await seen(await member(own))).toEqual([known[0], known[1]])
    expect(await seen(await nobody(own))).toEqual([known[1]])
    expect(await seen({ name: 'alice' })).toBe(401)
  })

  it('lists no more than the ceiling of a token leaves, be it an administrator’s', async () => {
    const [own, other] = [await setScene(false), await setScene(false)]
    for (const { project } of [own, other]) await administrator.pushImage(`${project}/app`, 'v1')
    await pool.query('insert into project_member (project_id, user_id, role_id) values ($1, $2, 2)', [
      other.projectId,
      own.userId,
    ])
    const bearer = await token(own)
    const seen = async () => {
      const listed = await catalogOf(bearer, 'pull')
      return [own, other].map(({ project }) => Array.isArray(listed) && listed.includes(`${project}/app`))
    }
    expect(await seen()).toEqual([true, true])
    await pool.query(ceilingOf('{repository:pull}'), [own.projectId, own.userId])
    await expect.poll(seen, SOON).toEqual([true, false])
    await pool.query('update "user" set sysadmin = true where id = $1', [own.userId])
    await pool.query('delete from project_member where user_id = $1', [own.userId])
    await expect.poll(seen, SOON).toEqual([true, false])
    expect(await catalogOf(bearer, '*')).toBe(401)
  })

  it('is whole for administrators, for as long as they are', async () => {
    const scene = await setScene(false)
    await administrator.pushImage(`${scene.project}/app`, 'v1')
    const bearer = await sysadmin(scene)
    expect(await catalogOf(bearer, '*')).toContain(`${scene.project}/app`)
    await pool.query('update "user" set sysadmin = false where id = $1', [scene.userId])
    await expect.poll(() => catalogOf(bearer, '*'), SOON).toBe(401)
  })
})

it('says why it sends a client for another token', async () => {
  const { project, userId } = await setScene(false)
  const challengeOf = async (authorization?: string) => {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization }
    return (await fetch(`${platform.url}/v2/${project}/app/tags/list`, { headers })).headers.get('www-authenticate')
  }
  const caller = await callerOf(pool, 'user', userId)
  const token = signToken(privateKey, `repository:${project}/other:pull`, 'member', 3600, caller)
  expect(await challengeOf()).not.toContain('error=')
  expect(await challengeOf(`Bearer ${token}`)).toMatch(/,error="insufficient_scope"$/)
  expect(await challengeOf('Bearer a.b.c')).toMatch(/,error="invalid_token"$/)
})

it('mounts a blob whatever the request says of its length', async () => {
  const [from, to] = [await setScene(false), await setScene(false)]
  const { layers } = makeImage()
  const digest = await administrator.pushBlob(`${from.project}/app`, layers[0] ?? Buffer.alloc(1))
  const authorization = `Bearer ${platform.token(`repository:${to.project}/app:pull,push repository:${from.project}/app:pull`)}`
  const target = `/v2/${to.project}/app/blobs/uploads/?mount=${digest}&from=${from.project}/app`
  for (const length of ['', 'Content-Length: 0\r\n']) {
    const socket = connect(platform.port, '127.0.0.1')
    socket.write(
      `POST ${target} HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\n${length}Connection: close\r\n\r\n`,
    )
    expect((await text(socket)).split('\r\n')[0]).toBe('HTTP/1.1 201 Created')
  }
})
