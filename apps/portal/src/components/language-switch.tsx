import { GlobalOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { chooseLanguage } from '../i18n/i18n'

/** Named in the language it switches to, for whoever cannot read the present one. */
export function LanguageSwitch() {
  const { i18n } = useTranslation()
  const [language, name] = i18n.language === 'zh-CN' ? (['en-US', 'English'] as const) : (['zh-CN', '中文'] as const)
  return (
    <Button
      type="text"
      icon={<GlobalOutlined aria-hidden />}
      lang={language}
      onClick={() => void chooseLanguage(language)}
    >
      {name}
    </Button>
  )
}
