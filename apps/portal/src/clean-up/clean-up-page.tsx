import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSignedInUser } from '../account/session.queries'
import { EmptyState } from '../components/empty-state'
import { PageHeader } from '../components/page-header'
import { StatusScene } from '../errors/status-scene'
import { ListTable } from '../lists/list-table'
import { useListSearch } from '../lists/use-list-search'
import { usePageTitle } from '../shell/use-page-title'
import { defaultRunSort, runsQuery } from './clean-up.queries'
import { FreeSpaceCard } from './free-space-card'
import { PlanCard } from './plan-card'
import { useRunColumns } from './run-columns'
import { RunLogDrawer } from './run-log-drawer'

export function CleanUpPage() {
  const { t } = useTranslation()
  const { sysadmin } = useSignedInUser()
  usePageTitle(t('cleanUp.title'))
  return sysadmin ? <CleanUp /> : <StatusScene title={t('user.refused')} text={t('user.refusedNext')} />
}

function CleanUp() {
  const { t } = useTranslation()
  const [{ run, ...search }, change] = useListSearch()
  const query = useQuery(runsQuery(search))
  const showLog = (id: number) => change({ run: id })
  const columns = useRunColumns(search.sort ?? defaultRunSort, showLog)
  return (
    <>
      <PageHeader title={t('cleanUp.title')} lead={t('cleanUp.lead')} />
      <div className="clean-up">
        <FreeSpaceCard onShowLog={showLog} />
        <PlanCard />
      </div>
      <h2 className="list-heading">{t('cleanUp.runs')}</h2>
      <ListTable
        label={t('cleanUp.runs')}
        columns={columns}
        rowKey="id"
        query={query}
        search={search}
        onSearch={change}
        empty={<EmptyState title={t('cleanUp.none')} text={t('cleanUp.noneText')} />}
      />
      <RunLogDrawer id={run} onClose={() => change({ run: undefined })} />
    </>
  )
}
