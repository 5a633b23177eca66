import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'

/** The fields of a list, in a form. */
export function AllowlistFields() {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item name="cves" label={t('allowlist.cves')} extra={t('allowlist.cvesHint')}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} spellCheck={false} placeholder="CVE-2026-12345" />
      </Form.Item>
      <Form.Item name="until" label={t('allowlist.until')} extra={t('allowlist.untilHint')}>
        <Input type="date" style={{ maxWidth: 200 }} />
      </Form.Item>
    </>
  )
}
