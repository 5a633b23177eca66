import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { CodeAwayError, reloadIfServed } from '../api/missing-code'
import { Notice } from './notice'

interface MissingPartProps {
  error: unknown
  /** Of what would have opened above the page. */
  onClose?: () => void
}

/** Stands where a part of the page would, whose code did not come. The rest of the page stays. */
export function MissingPart({ error, ...closing }: MissingPartProps) {
  const { t } = useTranslation()
  return (
    <Notice tone="danger" {...closing}>
      {t(error instanceof CodeAwayError ? 'errors.codes.UNREACHABLE' : 'errors.codes.PORTAL')}
      <Button type="link" size="small" onClick={() => void reloadIfServed()}>
        {t('actions.retry')}
      </Button>
    </Notice>
  )
}
