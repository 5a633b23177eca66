import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { CopyButton } from './copy-button'

/** `sha256:` and the first 12 hex digits name an image well enough for a table. */
export function shortDigest(digest: string): string {
  const [algorithm, hex] = digest.split(':')
  return hex === undefined ? digest : `${algorithm}:${hex.slice(0, 12)}`
}

export function Digest({ digest, onOpen }: { digest: string; onOpen?: () => void }) {
  const { t } = useTranslation()
  const short = <span className="mono">{shortDigest(digest)}</span>
  return (
    <span className="with-copy">
      <Tooltip title={<span className="mono">{digest}</span>}>
        {onOpen === undefined ? (
          short
        ) : (
          <button type="button" className="link-button" onClick={onOpen}>
            {short}
          </button>
        )}
      </Tooltip>
      <CopyButton text={digest} label={t('copy.digest')} />
    </span>
  )
}
