import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { remember, remembered } from '../browser/remembered'
import { Notice } from '../components/notice'
import { readBanner } from './banner'
import { systemInfoQuery } from './session.queries'

const CLOSED = 'berth-closed-banner'
const ASK_EVERY = 60_000

/** What the administrators tell everybody on every page, and that nothing can be pushed or changed, while that is so. */
export function SystemNotices() {
  const { t } = useTranslation()
  const { data: system } = useQuery({ ...systemInfoQuery, refetchInterval: ASK_EVERY })
  return (
    <>
      <BannerNotice setting={system?.banner_message ?? ''} />
      {system?.read_only === true ? <Notice>{t('system.readOnly')}</Notice> : null}
      {system?.storage_full === true ? <Notice tone="danger">{t('system.storageFull')}</Notice> : null}
    </>
  )
}

/** Closed, it stays so in this browser until it says something else. */
function BannerNotice({ setting }: { setting: string }) {
  const [closed, setClosed] = useState(() => remembered(CLOSED))
  const banner = readBanner(setting, new Date())
  if (banner === undefined || (banner.closable && closed === setting)) return null
  const close = () => {
    remember(CLOSED, setting)
    setClosed(setting)
  }
  return (
    <Notice tone={banner.tone} {...(banner.closable && { onClose: close })}>
      {banner.message}
    </Notice>
  )
}
