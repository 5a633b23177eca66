import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from './copy-button'
import styles from './digest.module.css'

/** `sha256:` and the first 12 hex digits name an image well enough for a table. */
export function shortDigest(digest: string): string {
  const [algorithm, hex] = digest.split(':')
  return hex === undefined ? digest : `${algorithm}:${hex.slice(0, 12)}`
}

/** @param link makes a link of the short form */
export function Digest({ digest, link }: { digest: string; link?: (text: string) => ReactNode }) {
  const { t } = useTranslation()
  const short = shortDigest(digest)
  return (
    <span className={styles.digest}>
      <span className="mono" data-tip={digest}>
        {link === undefined ? short : link(short)}
      </span>
      <CopyButton text={digest} label={t('copy.digest')} />
    </span>
  )
}
