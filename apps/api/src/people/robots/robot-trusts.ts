import { UserError } from '@berth/contracts'
import type { Queryable } from '@berth/database'
import sql from 'sql-template-tag'
import type { Trusts } from './robots.schema.js'

type Reader = Pick<Queryable, 'row' | 'rows'>

/**
 * Keys come from the issuer's address, so whoever can speak for that can sign in: it has TLS, unless the operator lets requests go to
 * this very host.
 * @throws {UserError} BAD_ISSUER
 */
export function requireGoodIssuers(trust: Trusts, allow: readonly string[]): void {
  for (const { issuer } of trust) {
    const url = URL.parse(issuer)
    const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && allow.includes(url.hostname))
    if (!url || !isSafe || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '')
      throw new UserError('BAD_ISSUER', { issuer })
  }
}

const entries = (trust: Trusts) =>
  sql`jsonb_array_elements(${JSON.stringify(trust)}::jsonb) with ordinality as given (entry, place)`
const isOf = (robot: number) => sql`robot_id = ${robot} and kind = 'trust'`

/** Is an entry among them that the robot has not? */
export async function trustsMore(robot: number, trust: Trusts, transaction: Reader): Promise<boolean> {
  const more = await transaction.row(sql`
    select from ${entries(trust)} where entry not in (select trust from credential where ${isOf(robot)}) limit 1`)
  return more !== undefined
}

/** An entry that stays is the same credential as before: what was issued by it goes on. @returns whether one came or went */
export async function replaceTrust(robot: number, trust: Trusts, transaction: Reader): Promise<boolean> {
  const gone = await transaction.rows(sql`
    delete from credential where ${isOf(robot)} and trust not in (select entry from ${entries(trust)}) returning id`)
  const come = await transaction.rows(sql`
    insert into credential (kind, robot_id, hash, trust)
    select 'trust', ${robot}, sha256(uuid_send(gen_random_uuid())), entry from ${entries(trust)}
    where entry not in (select trust from credential where ${isOf(robot)})
    group by entry order by min(place) returning id`)
  return gone.length + come.length > 0
}
