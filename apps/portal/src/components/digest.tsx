import { useTranslation } from 'react-i18next'
import { CopyButton } from './copy-button'
import styles from './digest.module.css'

/** `sha256:` and the first 12 hex digits name an image well enough for a table. */
export function shortDigest(digest: string): string {
  const [algorithm, hex] = digest.split(':')
  return hex === undefined ? digest : `${algorithm}:${hex.slice(0, 12)}`
}

export function Digest({ digest, onOpen }: { digest: string; onOpen?: () => void }) {
  const { t } = useTranslation()
  return (
    <span className={styles.digest}>
      {onOpen === undefined ? (
        <span className="mono" data-tip={digest}>
          {shortDigest(digest)}
        </span>
      ) : (
        <button type="button" className="link-button mono" data-tip={digest} onClick={onOpen}>
          {shortDigest(digest)}
        </button>
      )}
      <CopyButton text={digest} label={t('copy.digest')} />
    </span>
  )
}
