import { startSlapd } from '@berth/testkit'
import { generateSync } from 'otplib'
import { USER_PASSWORD } from '../../testing/api.test.support.js'
import { Browser } from '../../testing/browser.test.support.js'
import { directorySettings, person } from '../../testing/ldap.test.support.js'
import type { About, InProject, Witness } from './witness.test.support.js'

/** An account: what it sets for itself, and what administrators set. @returns whom events name */
export async function changeUser({ api, change, numberOf }: Witness) {
  const user = { username: 'emma', email: 'emma@example.com', realname: 'Emma', password: USER_PASSWORD }
  await change('UsersController.create', { method: 'POST', path: 'users', body: user }, 'user.created', {
    user: 'emma',
  })
  const id = await numberOf(`select id from "user" where username = 'emma'`)
  const about = { user_id: id, user: 'emma' }
  const profile = { email: 'emma@example.org', realname: 'Emma E.', comment: '' }
  await change('UsersController.update', { method: 'PUT', path: `users/${id}`, body: profile }, 'user.updated', about)
  const flag = { sysadmin_flag: true }
  await change(
    'UsersController.setSysadmin',
    { method: 'PUT', path: `users/${id}/sysadmin`, body: flag },
    'user.admin-changed',
    { ...about, admin: true },
  )
  const passwords = { old_password: USER_PASSWORD, new_password: 'Passw0rd2' }
  await change(
    'UsersController.changePassword',
    { method: 'PUT', path: `users/${id}/password`, body: passwords, as: 'emma' },
    'user.password-changed',
    about,
    'emma',
  )
  const signIn = async () => {
    const browser = new Browser(api)
    await browser.signIn('emma', 'Passw0rd2')
    return browser
  }
  const [mine] = [await signIn(), await signIn(), await signIn()]
  const sessions = (await mine.call({ path: 'users/current/sessions' })).body
  const own = { path: 'users/current/sessions', as: 'emma:Passw0rd2', method: 'DELETE' } as const
  await change(
    'SessionsController.end',
    { ...own, path: `${own.path}/${sessions[0].id}` },
    'user.sessions-ended',
    { ...about, count: 1 },
    'emma',
  )
  await change('SessionsController.endOthers', own, 'user.sessions-ended', { ...about, count: 2 }, 'emma')
  const browser = await signIn()
  await api.database.pool.query(
    `insert into user_identity (user_id, source, issuer, subject) values ($1, 'oidc', 'https://id.example.com', 'emma')`,
    [id],
  )
  const newSecret = { method: 'PUT', path: `users/${id}/cli_secret`, body: { secret: 'My0wnSecret' } } as const
  await change('CliSecretController.set', newSecret, 'user.cli-secret-changed', about)
  await api.database.pool.query('delete from user_identity where user_id = $1', [id])
  const tokens = { path: 'users/current/tokens', as: 'emma:Passw0rd2' }
  const token = { name: 'laptop', access: 'read' }
  const create = { ...tokens, method: 'POST', body: token } as const
  await change('TokensController.create', create, 'user.token-created', { ...about, token: 'laptop' }, 'emma')
  const [{ id: tokenId }] = (await api.call(tokens)).body
  const revoke = { method: 'DELETE', path: `${tokens.path}/${tokenId}`, as: tokens.as } as const
  await change('TokensController.delete', revoke, 'user.token-deleted', { ...about, token: 'laptop' }, 'emma')
  const other = (await api.call(create)).body.id
  await change(
    'TokensController.deleteOfUser',
    { method: 'DELETE', path: `users/${id}/tokens/${other}` },
    'user.token-deleted',
    { ...about, token_id: other },
  )
  const factor = 'users/current/second_factor'
  const byEmma = { method: 'POST', call: browser } as const
  const offer = { ...byEmma, path: factor, body: { password: 'Passw0rd2' } }
  await change('SecondFactorController.offer', offer, 'user.second-factor-offered', about, 'emma')
  const { secret } = (await browser.call(offer)).body
  const enable = { ...byEmma, path: `${factor}/enable`, body: { code: generateSync({ secret }) } }
  await change('SecondFactorController.enable', enable, 'user.second-factor-enabled', about, 'emma')
  const newProof = async () => {
    await api.database.pool.query('update second_factor set last_step = 0 where user_id = $1', [id])
    return { password: 'Passw0rd2', code: generateSync({ secret }) }
  }
  const renew = { ...byEmma, path: `${factor}/recovery_codes`, body: await newProof() }
  await change('SecondFactorController.renewRecoveryCodes', renew, 'user.recovery-codes-renewed', about, 'emma')
  const switchOff = { ...byEmma, path: `${factor}/disable`, body: await newProof() }
  await change('SecondFactorController.disable', switchOff, 'user.second-factor-disabled', about, 'emma')
  const again = (await browser.call(offer)).body.secret
  await browser.call({ ...enable, body: { code: generateSync({ secret: again }) } })
  await change(
    'SecondFactorController.remove',
    { method: 'DELETE', path: `users/${id}/second_factor` },
    'user.second-factor-disabled',
    about,
  )
  await signIn()
  await change(
    'SessionsController.endOfUser',
    { method: 'DELETE', path: `users/${id}/sessions` },
    'user.sessions-ended',
    { ...about, count: 2 },
  )

  const identity = { issuer: 'https://id.example', subject: 'emma' }
  const identities = `users/${id}/identities`
  await change(
    'IdentitiesController.link',
    { method: 'POST', path: identities, body: identity },
    'user.identity-linked',
    { ...about, ...identity },
  )
  const linked = await api.call({ path: identities, as: 'admin' })
  await change(
    'IdentitiesController.unlink',
    { method: 'DELETE', path: `${identities}/${linked.body[0].id}` },
    'user.identity-unlinked',
    { ...about, ...identity },
  )
  return about
}

/** Members of a project. */
export async function changeMembers({ api, change }: Witness, inProject: InProject, about: About) {
  const member = { role_id: 2, member_user: { username: 'emma' } }
  await change(
    'MembersController.create',
    { method: 'POST', path: 'projects/dev/members', body: member },
    'member.added',
    { ...inProject, ...about, role_id: 2 },
  )
  const members = await api.call({ path: 'projects/dev/members?entityname=emma', as: 'admin' })
  const memberPath = `projects/dev/members/${members.body[0].id}`
  await change(
    'MembersController.update',
    { method: 'PUT', path: memberPath, body: { role_id: 3 } },
    'member.changed',
    { ...inProject, ...about, role_id: 3 },
  )
  await change('MembersController.delete', { method: 'DELETE', path: memberPath }, 'member.removed', {
    ...inProject,
    ...about,
    role_id: 3,
  })
}

/** Accounts of a directory. */
export async function importUser({ api, change }: Witness) {
  await using slapd = await startSlapd([person('imported')])
  await api.call({ method: 'PUT', path: 'configurations', as: 'admin', body: directorySettings(slapd) })
  const imported = { ldap_uid_list: ['imported'] }
  await change('LdapController.import', { method: 'POST', path: 'ldap/users/import', body: imported }, 'user.created', {
    user: 'imported',
  })
  await api.call({ method: 'PUT', path: 'configurations', as: 'admin', body: { ldap_url: '' } })
}

/** Groups, one of them a member of the project. */
export async function changeGroups({ change, numberOf }: Witness, inProject: InProject) {
  const group = { group_name: 'ops', group_type: 3 }
  await change('GroupsController.create', { method: 'POST', path: 'usergroups', body: group }, 'group.created', {
    group: 'ops',
  })
  const groupId = await numberOf(`select id from user_group where name = 'ops'`)
  const groupPath = `usergroups/${groupId}`
  const renamed = { group_name: 'operators' }
  await change('GroupsController.update', { method: 'PUT', path: groupPath, body: renamed }, 'group.updated', {
    group_id: groupId,
    group: 'operators',
  })
  await change(
    'MembersController.create',
    { method: 'POST', path: 'projects/dev/members', body: { role_id: 2, member_group: { id: groupId } } },
    'member.added',
    { ...inProject, group_id: groupId, group: 'operators', role_id: 2 },
  )
  await change('GroupsController.delete', { method: 'DELETE', path: groupPath }, 'group.deleted', {
    group_id: groupId,
    group: 'operators',
  })
}

/** Robots of a project, by both of Harbor’s ways. */
export async function changeRobots({ change, numberOf }: Witness, inProject: InProject) {
  const permissions = [{ kind: 'project', namespace: 'dev', access: [{ resource: 'repository', action: 'pull' }] }]
  const newRobot = { name: 'ci', level: 'project', duration: -1, permissions }
  const robots = 'RobotsController'
  const robot = { ...inProject, robot: 'robot$dev+ci' }
  await change(`${robots}.create`, { method: 'POST', path: 'robots', body: newRobot }, 'robot.created', robot)
  const robotId = await numberOf(`select id from robot where name = 'ci'`)
  const robotPath = `robots/${robotId}`
  const disable = { disable: true }
  await change(`${robots}.update`, { method: 'PUT', path: robotPath, body: disable }, 'robot.updated', {
    ...robot,
    changed: ['disable'],
  })
  await change(`${robots}.refresh`, { method: 'PATCH', path: robotPath, body: {} }, 'robot.secret-changed', robot)
  await change(`${robots}.delete`, { method: 'DELETE', path: robotPath }, 'robot.deleted', {
    ...robot,
    robot_id: robotId,
  })
  const older = 'ProjectRobotsController'
  const olderPath = 'projects/dev/robots'
  const olderRobot = { name: 'ci', access: [{ resource: 'repository', action: 'pull' }] }
  await change(`${older}.create`, { method: 'POST', path: olderPath, body: olderRobot }, 'robot.created', robot)
  const olderId = await numberOf(`select id from robot where name = 'ci'`)
  const olderRobotPath = `${olderPath}/${olderId}`
  await change(`${older}.update`, { method: 'PUT', path: olderRobotPath, body: disable }, 'robot.updated', robot)
  await change(`${older}.delete`, { method: 'DELETE', path: olderRobotPath }, 'robot.deleted', robot)
}

/** Roles. */
export async function changeRoles({ api, change }: Witness) {
  const role = { name: 'reader', permissions: ['self:read'], repositories: ['team/**'] }
  const made = { role: 'reader', permissions: ['self:read'], repositories: ['team/**'] }
  await change('RolesController.create', { method: 'POST', path: 'roles', body: role }, 'role.created', made)
  const rolePath = `roles/${(await api.database.pool.query(`select max(id) as id from role`)).rows[0]?.id}`
  const wider = { ...role, repositories: null }
  await change('RolesController.update', { method: 'PUT', path: rolePath, body: wider }, 'role.changed', {
    ...made,
    repositories: null,
  })
  await change('RolesController.delete', { method: 'DELETE', path: rolePath }, 'role.deleted', { role: 'reader' })
}
