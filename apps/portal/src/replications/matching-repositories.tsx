import { isPattern } from '@berth/contracts'
import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSettled } from '../components/use-settled'
import { Matches } from '../forms/matches'
import { matchingRepositoriesQuery } from './replications.queries'

/** Repositories here that the form's pattern lets pass. */
export function MatchingRepositories() {
  const { t } = useTranslation()
  const pattern = useSettled(Form.useWatch<string | undefined>('names') ?? '').trim()
  const { data } = useQuery({ ...matchingRepositoriesQuery(pattern), enabled: isPattern(pattern) })
  if (!isPattern(pattern) || data === undefined) return null
  const { items, total } = data
  return (
    <Matches
      text={total === 0 ? t('replication.matchesNone') : t('replication.matches', { count: total })}
      names={items.map(({ name }) => name)}
    />
  )
}
