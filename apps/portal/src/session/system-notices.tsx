import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyExtra } from '../components/on-demand'
import { Notice } from '../components/notice'
import { systemInfoQuery } from './session.queries'

const BannerNotice = lazyExtra(async () => (await import('./banner-notice')).BannerNotice)
const ASK_EVERY = 60_000

/** What the administrators tell everybody on every page, and that nothing can be pushed or changed, while that is so. */
export function SystemNotices() {
  const { t } = useTranslation()
  const { data: system } = useQuery({ ...systemInfoQuery, refetchInterval: ASK_EVERY })
  const banner = system?.banner_message ?? ''
  return (
    <>
      <Suspense fallback={null}>{banner === '' ? null : <BannerNotice setting={banner} />}</Suspense>
      {system?.read_only === true ? <Notice>{t('system.readOnly')}</Notice> : null}
      {system?.storage_full === true ? <Notice tone="danger">{t('system.storageFull')}</Notice> : null}
    </>
  )
}
