import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { SharesBar } from './shares-bar'
import styles from './usage.module.css'

interface SharesProps {
  /** Bytes. */
  own: number
  shared: number
  ownText: string
  sharedText: string
  /** What becomes of the own ones. */
  ownTip?: string
}

/** What something holds: how much is its own and how much it shares, as a picture and in figures. */
export function Shares({ own, shared, ownText, sharedText, ownTip }: SharesProps) {
  const { t, i18n } = useTranslation()
  const bytes = (count: number) => formatBytes(count, i18n.language)
  const size = own + shared
  return (
    <>
      <p className={styles.size}>{t('usage.size', { size: bytes(size) })}</p>
      <SharesBar
        label={t('usage.picture', { own: bytes(own), shared: bytes(shared) })}
        own={own}
        shared={shared}
        most={size}
      />
      <dl className={styles.legend}>
        <div>
          <dt>
            <span className={styles.own} aria-hidden />
            {ownText}
          </dt>
          <dd title={ownTip}>{bytes(own)}</dd>
        </div>
        <div>
          <dt>
            <span className={styles.shared} aria-hidden />
            {sharedText}
          </dt>
          <dd>{bytes(shared)}</dd>
        </div>
      </dl>
    </>
  )
}
