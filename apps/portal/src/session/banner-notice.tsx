import { useState } from 'react'
import { remember, remembered } from '../browser/remembered'
import { Notice } from '../components/notice'
import { readBanner } from './banner'

const CLOSED = 'berth-closed-banner'

/** Closed, it stays so in this browser until it says something else. */
export function BannerNotice({ setting }: { setting: string }) {
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
