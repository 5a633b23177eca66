import { isPattern as isName, rest, UserError } from '@berth/contracts'
import type { Transaction } from '@berth/database'
import sql from 'sql-template-tag'
import type { GivenRetention } from '../retention/retention.service.js'

/** Days after the last pull for which copies stay, unless the project says otherwise. */
const DAYS = 7

/** What nobody pulls goes after a while. @param id of the project */
export const retentionOfCopies = (id: number): GivenRetention =>
  rest.givenRetention.parse({
    rules: [
      {
        action: 'retain',
        template: 'nDaysSinceLastPull',
        params: { nDaysSinceLastPull: DAYS },
        tag_selectors: [{ kind: 'doublestar', decoration: 'matches', pattern: '**' }],
        scope_selectors: { repository: [{ kind: 'doublestar', decoration: 'repoMatches', pattern: '**' }] },
      },
    ],
    trigger: { kind: 'Schedule', settings: { cron: '0 0 0 * * *' } },
    scope: { level: 'project', ref: id },
  })

/** Has a project its content from a registry elsewhere from now on. */
export async function makeProxy(transaction: Transaction, projectId: number, registryId: number): Promise<void> {
  const made = await transaction.row(sql`
    update project set registry_id = e.id from registry_endpoint e where project.id = ${projectId} and e.id = ${registryId}::bigint
    returning project.id`)
  if (!made) throw new UserError('PROXY_REGISTRY_NOT_FOUND', { registry: registryId })
}

/** Whether `project p` opens to everybody what the account of its registry `e` may see, and nobody has said that it shall. */
const lends = sql`(p.public and e.sealed_secret is not null
  and coalesce(lower(p.metadata ->> 'proxy_cache_lend_account'), '') not in ('true', '1'))`

interface Proxy {
  readonly registry: string
  readonly pattern: string
  readonly kind: string
  readonly lends: boolean
}

/** What somebody wrote as a pattern of names, as the portal calls it. */
const filter = { en: 'pattern', zh: '通配符' }

/**
 * Part of each transaction that changes what a project says of itself. The registry is held, so that it gets no account meanwhile.
 * @throws {UserError} PROXY_LENDS_ACCOUNT for one that is public and has its content by an account, unless somebody has said so;
 * PROXY_SETTING_INVALID for a filter that is none
 */
export async function requireSoundProxy(transaction: Transaction, projectId: number): Promise<void> {
  const proxy = await transaction.row<Proxy & Record<string, unknown>>(sql`
    select e.name as registry, coalesce(p.metadata ->> 'proxy_cache_filter_pattern', '') as pattern,
      coalesce(p.metadata ->> 'proxy_cache_filter_kind', '') as kind,
      ${lends} as lends
    from project p join registry_endpoint e on e.id = p.registry_id where p.id = ${projectId} for share of e`)
  if (!proxy) return
  const { registry, pattern, kind } = proxy
  if (proxy.lends) throw new UserError('PROXY_LENDS_ACCOUNT', { registry })
  if (pattern === '') return
  const isPattern = kind === 'regex' ? await isExpression(transaction, pattern) : isName(pattern)
  if (!isPattern) throw new UserError('PROXY_SETTING_INVALID', { key: filter, value: pattern })
}

/**
 * Part of each transaction that gives a registry an account, once that is written.
 * @throws {UserError} REGISTRY_LENDS_ACCOUNT where a public project would lend it to everybody
 */
export async function requireNotLent(transaction: Transaction, registryId: number): Promise<void> {
  const lender = await transaction.row<{ project: string }>(sql`
    select p.name as project from project p join registry_endpoint e on e.id = p.registry_id
    where e.id = ${registryId} and ${lends} order by p.name limit 1`)
  if (lender) throw new UserError('REGISTRY_LENDS_ACCOUNT', { project: lender.project })
}

async function isExpression(transaction: Transaction, pattern: string): Promise<boolean> {
  try {
    await transaction.attempt(() => transaction.rows(sql`select '' ~ ${`^(?:${pattern})$`}`))
    return true
  } catch {
    return false
  }
}
