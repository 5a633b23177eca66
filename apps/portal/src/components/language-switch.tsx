import { GlobalOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { chooseLanguage } from '../i18n/i18n'
import { languageNames } from '../i18n/languages'

/** Named in the language it switches to, for whoever cannot read the present one. */
export function LanguageSwitch() {
  const { i18n } = useTranslation()
  const language = i18n.language === 'zh-CN' ? 'en-US' : 'zh-CN'
  return (
    <Button
      type="text"
      icon={<GlobalOutlined aria-hidden />}
      lang={language}
      onClick={() => void chooseLanguage(language)}
    >
      {languageNames[language]}
    </Button>
  )
}
