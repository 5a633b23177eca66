import { Injectable } from '@nestjs/common'
import { type Actor, BerthError, type ErrorLanguage, type rest, UserError } from '@berth/contracts'
import { type Directory, DirectoryError, foldName } from '@berth/directory'
import type { z } from 'zod'
import { groupTypes } from '../../identity/identities/identities.js'
import { LdapDirectory } from '../../identity/ldap/ldap-directory.js'
import { LdapPeople } from '../../identity/ldap/ldap-people.js'
import { directoryOptions } from '../../settings/directory-options.js'
import { SettingStore } from '../../settings/setting-store.js'
import type { LdapConf, LdapFailure, LdapGroupQuery, LdapImport, LdapPingResult, LdapUser } from './ldap.schema.js'

type UserGroup = Omit<z.output<typeof rest.userGroup>, 'id'>

/** What says who gets to see the password. */
const WHERE_TO = ['ldap_url', 'ldap_start_tls', 'ldap_verify_cert', 'ldap_ca_certificate'] as const

@Injectable()
export class LdapService {
  constructor(
    private readonly directory: LdapDirectory,
    private readonly people: LdapPeople,
    private readonly settings: SettingStore,
  ) {}

  /**
   * Tries a directory out. The password that is set goes to no other address than the one that it is set for, and no less protected than
   * the settings say.
   */
  async ping(given: LdapConf): Promise<LdapPingResult> {
    const known = await this.settings.all()
    const isKnownPlace = WHERE_TO.every((key) => given[key] === undefined || given[key] === known[key])
    const stated = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    const options = directoryOptions({
      ...known,
      ...stated,
      ldap_timeout: given.ldap_connection_timeout ?? known.ldap_timeout,
      ldap_search_password: given.ldap_search_password || (isKnownPlace ? known.ldap_search_password : ''),
    })
    if (!options) return { success: false, message: 'No directory is set up: it has no address.', reason: 'off' }
    try {
      await this.directory.reach(options).ping()
      return { success: true, message: 'The directory answers.' }
    } catch (error) {
      if (error instanceof DirectoryError) return { success: false, message: error.message, reason: error.reason }
      throw error
    }
  }

  async findPeople(text: string): Promise<LdapUser[]> {
    const found = await this.ask((directory) => directory.findPeople(text))
    return found.map(({ username, realname, email }) => ({
      username,
      ...(realname === undefined ? {} : { realname }),
      ...(email === undefined ? {} : { email }),
    }))
  }

  async findGroups({ groupname, groupdn }: LdapGroupQuery): Promise<UserGroup[]> {
    const found = await this.ask(async (directory) => {
      if (groupdn === '') return directory.findGroups(groupname)
      const group = await directory.findGroup(groupdn)
      return group ? [group] : []
    })
    return found.map(({ name, dn }) => ({ group_name: name, group_type: groupTypes.ldap, ldap_group_dn: dn }))
  }

  /** Makes users of people in the directory, so that they have a place before they have signed in. @returns whom it could not, and why */
  async import({ ldap_uid_list: names }: LdapImport, actor: Actor, language: ErrorLanguage): Promise<LdapFailure[]> {
    const failures: LdapFailure[] = []
    for (const uid of new Set(names)) {
      try {
        const person = await this.ask(async (directory) => ({ is: await directory.find(foldName(uid)) }))
        if (!person.is) throw new UserError('LDAP_USER_NOT_FOUND', { user: uid })
        await this.people.meet(person.is, actor)
      } catch (error) {
        if (!(error instanceof BerthError)) throw error
        failures.push({ uid, error: error.textIn(language) })
      }
    }
    return failures
  }

  private async ask<Answer extends object>(question: (directory: Directory) => Promise<Answer>): Promise<Answer> {
    const answer = await this.directory.ask(question)
    if (!answer) throw new UserError('DIRECTORY_OFF')
    return answer
  }
}
