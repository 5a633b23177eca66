import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './platform-tags.module.css'

export interface PlatformName {
  os?: string | null | undefined
  architecture?: string | null | undefined
  variant?: string | null | undefined
}

export function platformText({ os, architecture, variant }: PlatformName): string {
  return [os, architecture, variant].filter((part) => part !== undefined && part !== null && part !== '').join('/')
}

/** Attestations are stored as children of the platform "unknown/unknown"; nobody runs those. */
export function realPlatforms<T extends PlatformName>(platforms: readonly T[]): T[] {
  return platforms.filter((platform) => platform.os !== 'unknown' && platformText(platform) !== '')
}

const shownAtOnce = 2

export function PlatformTags({ platforms }: { platforms: readonly PlatformName[] }) {
  const { t } = useTranslation()
  const names = realPlatforms(platforms).map(platformText)
  if (names.length === 0) return <span className="muted">–</span>
  const rest = names.slice(shownAtOnce)
  return (
    <span className={styles.platforms}>
      {names.slice(0, shownAtOnce).map((name) => (
        <Tag key={name}>{name}</Tag>
      ))}
      {rest.length === 0 ? null : (
        <Tag tabIndex={0} aria-label={rest.join(', ')} data-tip={rest.join(', ')}>
          {t('tag.more', { more: rest.length })}
        </Tag>
      )}
    </span>
  )
}
