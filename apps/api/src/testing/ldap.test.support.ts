import type { SlapdEntry, SlapdServer } from '@berth/testkit'
import type { ApiUnderTest } from './api.test.support.js'

export const people = 'ou=people,dc=example,dc=org'
export const groups = 'ou=groups,dc=example,dc=org'

export const passwordOf = (uid: string) => `Secret of ${uid}`

/** Somebody in the directory, with {@link passwordOf} their name. */
export const person = (uid: string, { rdn = `uid=${uid}`, cn = uid, mail = `${uid}@example.org` } = {}): SlapdEntry => [
  `${rdn},${people}`,
  { objectClass: 'inetOrgPerson', uid, cn, sn: uid, mail, userPassword: passwordOf(uid) },
]

/** @param members RDNs of people, or whole DNs */
export const group = (cn: string, ...members: string[]): SlapdEntry => [
  `cn=${cn},${groups}`,
  {
    objectClass: 'groupOfNames',
    member: members.map((member) => (member.includes(',dc=') ? member : `${member},${people}`)),
  },
]

/** Settings with which the directory is asked. */
export const directorySettings = (slapd: SlapdServer) => ({
  ldap_url: slapd.url,
  ldap_search_dn: slapd.searcher.dn,
  ldap_search_password: slapd.searcher.password,
  ldap_base_dn: people,
  ldap_uid: 'uid',
  ldap_group_base_dn: groups,
  ldap_ca_certificate: slapd.authority,
})

export async function configure(api: ApiUnderTest, body: object): Promise<void> {
  const answer = await api.call({ method: 'PUT', path: 'configurations', as: 'admin', body })
  if (answer.status !== 200) throw new Error(answer.text)
}
