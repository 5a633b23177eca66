import { Button } from 'antd'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../components/checkbox'
import { Panel } from '../components/panel'
import { useConfirm } from '../forms/use-confirm'
import { useErrorNotice } from '../errors/use-error-notice'
import { useStartRun } from './clean-up.queries'
import { lazyPart } from '../components/on-demand'

const Forecast = lazyPart(async () => (await import('./forecast')).Forecast)

/** Frees space now, or says first what that would do. */
export function FreeSpaceCard({ onShowLog }: { onShowLog: (id: number) => void }) {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const notice = useErrorNotice()
  const start = useStartRun()
  const [deletesUntagged, setDeletesUntagged] = useState(false)
  const [purgesDeleted, setPurgesDeleted] = useState(false)
  /** The dry run with the options that are chosen. */
  const [forecast, setForecast] = useState<number>()

  const look = () =>
    start.mutate(
      { dryRun: true, deletesUntagged, purgesDeleted },
      { onSuccess: (id) => setForecast(id), onError: notice },
    )
  const confirmFree = async () => {
    const started = await confirm({
      title: t('cleanUp.freeTitle'),
      content: (
        <>
          {purgesDeleted && !deletesUntagged ? null : (
            <p>{deletesUntagged ? t('cleanUp.freeUntaggedText') : t('cleanUp.freeText')}</p>
          )}
          {purgesDeleted ? <p>{t('cleanUp.freePurgeText')}</p> : null}
        </>
      ),
      okText: t('cleanUp.free'),
      danger: deletesUntagged || purgesDeleted,
      run: () => start.mutateAsync({ dryRun: false, deletesUntagged, purgesDeleted }),
      done: t('cleanUp.started'),
    })
    if (started) setForecast(undefined)
  }

  return (
    <Panel
      title={t('cleanUp.now')}
      actions={
        <>
          <Button
            type={forecast === undefined ? 'primary' : 'default'}
            onClick={look}
            loading={start.isPending && start.variables.dryRun}
          >
            {t('cleanUp.dryRun')}
          </Button>
          <Button type={forecast === undefined ? 'default' : 'primary'} onClick={() => void confirmFree()}>
            {t('cleanUp.free')}
          </Button>
        </>
      }
    >
      <Checkbox
        checked={deletesUntagged}
        hint={t('cleanUp.untaggedHint')}
        onChange={(next) => {
          setDeletesUntagged(next)
          setForecast(undefined)
        }}
      >
        {t('cleanUp.untagged')}
      </Checkbox>
      <Checkbox
        checked={purgesDeleted}
        hint={t('cleanUp.purgeHint')}
        onChange={(next) => {
          setPurgesDeleted(next)
          setForecast(undefined)
        }}
      >
        {t('cleanUp.purge')}
      </Checkbox>
      <Suspense fallback={null}>
        {forecast === undefined ? null : <Forecast id={forecast} onShowLog={onShowLog} />}
      </Suspense>
    </Panel>
  )
}
