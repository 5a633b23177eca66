import { rest } from '@berth/contracts'
import { generateSync } from 'otplib'
import type { Credentials } from './docker.js'
import type { HarborClient } from './harbor-client.js'

export interface Robot extends Credentials {
  readonly id: number
}

/** A robot of a project that pulls and pushes. */
export async function createRobot(client: HarborClient, project: string, name: string): Promise<Robot> {
  const access = ['pull', 'push'].map((action) => ({ resource: 'repository', action }))
  const { text } = await client.send('POST', '/robots', 201, {
    name,
    level: 'project',
    duration: 1,
    permissions: [{ kind: 'project', namespace: project, access }],
  })
  const { id, name: username, secret } = rest.robotCreated.parse(JSON.parse(text))
  if (secret === undefined) throw new Error(`The robot ${username} has no secret.`)
  return { id, username, password: secret }
}

export async function disableRobot(client: HarborClient, id: number): Promise<void> {
  const robot = rest.robot.parse(JSON.parse((await client.send('GET', `/robots/${id}`, 200)).text))
  await client.send('PUT', `/robots/${id}`, 200, { ...robot, disable: true })
}

export interface AccessToken extends Credentials {
  readonly id: number
}

/** A token with which the client's user pulls and pushes. */
export async function createAccessToken(client: HarborClient, name: string): Promise<AccessToken> {
  const { text } = await client.send('POST', '/users/current/tokens', 201, { name, access: 'write', duration: 1 })
  const { id, secret } = rest.accessTokenCreated.parse(JSON.parse(text))
  return { id, username: client.credentials.username, password: secret }
}

export async function revokeAccessToken(client: HarborClient, id: number): Promise<void> {
  await client.send('DELETE', `/users/current/tokens/${id}`, 200)
}

/** Switches on the second factor of the client's user, whose password alone does no longer from then on. */
export async function enableSecondFactor(client: HarborClient): Promise<void> {
  const { password } = client.credentials
  const factor = '/users/current/second_factor'
  const offered = await client.send('POST', factor, 200, { password })
  const { secret } = rest.secondFactorOffer.parse(JSON.parse(offered.text))
  await client.send('POST', `${factor}/enable`, 200, { code: generateSync({ secret }) })
}
