import { setTimeout as sleep } from 'node:timers/promises'
import { Injectable, Logger } from '@nestjs/common'
import { type Actor, isUsername } from '@berth/contracts'
import { type DirectoryPerson, foldName } from '@berth/directory'
import { type DueIdentity, Identities, type KnownIdentity } from '../identities/identities.js'
import { LdapDirectory } from './ldap-directory.js'

/** How long what the directory said of somebody's groups counts, where it is never heard of again. */
const GROUPS_SECONDS = 7 * 24 * 3600
/** For all groups of one person, groups of groups among them. */
const GROUPS_TIMEOUT_MS = 60_000
/** Within this time nobody's groups are asked for again. */
const FRESH_MS = 60_000
/** Whoever comes for the first time waits so long for groups in groups; whoever has come before does not wait. */
const PATIENCE_MS = 1000

/** Where somebody's entry is: their identity, its id there, and its DN when it was last seen. */
type Place = Pick<DueIdentity, 'id' | 'subject' | 'name'>

/** People of the directory as users here. */
@Injectable()
export class LdapPeople {
  private readonly logger = new Logger('LdapPeople')
  /** By identity. */
  private readonly looking = new Map<number, Promise<void>>()

  constructor(
    private readonly directory: LdapDirectory,
    private readonly identities: Identities,
  ) {}

  /**
   * Whose name and password these are; undefined where they are nobody's, or no directory is set up.
   * @throws {TransientError} DIRECTORY_UNAVAILABLE @throws {UserError} IDENTITY_NAME_TAKEN, BAD_USERNAME
   */
  async signIn(login: string, password: string, from: Pick<Actor, 'address'>): Promise<KnownIdentity | undefined> {
    const name = foldName(login)
    // What could be nobody's name here is not asked for: a directory may take it for somebody's who is counted under another one.
    if (!isUsername(name)) return undefined
    const person = await this.directory.ask((directory) => directory.signIn(name, password))
    if (!person) return undefined
    const identity = await this.meet(person, from)
    await this.learn(identity, person)
    return identity
  }

  /**
   * The user that somebody in the directory is here; made where there is none yet.
   * @param by where the person's request comes from, or whoever else wants it
   * @throws {UserError} IDENTITY_NAME_TAKEN, BAD_USERNAME
   */
  meet(person: DirectoryPerson, by: Actor | Pick<Actor, 'address'>): Promise<KnownIdentity> {
    const { id: subject, dn: name, username, email, realname } = person
    const key = { source: 'ldap', issuer: '', subject } as const
    return this.identities.findOrMake(key, { username: foldName(username), email, realname, name }, by)
  }

  /** Asks for somebody's groups, and lets nobody wait for them but who comes for the first time. */
  private async learn(
    { id, groupsAt }: KnownIdentity,
    { id: subject, dn: name, groups }: DirectoryPerson,
  ): Promise<void> {
    if (groupsAt && groupsAt.getTime() + FRESH_MS > Date.now()) return
    if (!groupsAt) await this.identities.replaceGroups(id, 'ldap', groups, GROUPS_SECONDS)
    const learnt = this.refresh({ id, subject, name }).catch((error: unknown) => {
      this.logger.warn(`The groups of ${name} could not be learnt: ${String(error)}`)
    })
    if (!groupsAt) await Promise.race([learnt, sleep(PATIENCE_MS, undefined, { ref: false })])
  }

  /** What the directory says of somebody now. @throws {TransientError} DIRECTORY_UNAVAILABLE */
  refresh(place: Place): Promise<void> {
    const known = this.looking.get(place.id)
    if (known) return known
    const look = this.look(place).finally(() => this.looking.delete(place.id))
    this.looking.set(place.id, look)
    return look
  }

  private async look({ id, subject, name }: Place): Promise<void> {
    const found = await this.directory.ask(async (directory) => ({ person: await directory.look(subject, name) }), {
      timeoutMilliseconds: GROUPS_TIMEOUT_MS,
    })
    // No directory any more: it has said nothing.
    if (!found) return
    if (!found.person) return this.identities.lose(id)
    await this.identities.keep(id, found.person.dn)
    await this.identities.replaceGroups(id, 'ldap', found.person.groups, GROUPS_SECONDS)
  }
}
