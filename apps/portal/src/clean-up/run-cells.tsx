import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { ByteSize } from '../components/byte-size'
import { CellStack, OnNarrow, Small } from '../lists/columns'
import type { CleanUpRun } from './clean-up-run'

export function DryRunMark({ run }: { run: CleanUpRun }) {
  const { t } = useTranslation()
  return run.isDryRun ? <Tag>{t('cleanUp.dryRun')}</Tag> : null
}

export function RunDetail({ run }: { run: CleanUpRun }) {
  const { t } = useTranslation()
  return (
    <>
      {run.deletesUntagged ? ` · ${t('cleanUp.withUntagged')}` : null}
      <OnNarrow below="sm">
        {' · '}
        <ByteSize bytes={run.freedBytes} />
      </OnNarrow>
    </>
  )
}

export function Freed({ run }: { run: CleanUpRun }) {
  const { t } = useTranslation()
  const parts = [
    t('cleanUp.blobs', { count: run.blobs }),
    t('cleanUp.manifests', { count: run.manifests }),
    ...(run.untagged === 0 ? [] : [t('cleanUp.untaggedCount', { count: run.untagged })]),
    ...(run.failed === 0 ? [] : [t('cleanUp.failed', { count: run.failed })]),
  ]
  return (
    <CellStack>
      <span className={run.isDryRun ? 'muted' : undefined}>
        <ByteSize bytes={run.freedBytes} />
      </span>
      <Small wraps>{parts.join(' · ')}</Small>
    </CellStack>
  )
}
