import { useTranslation } from 'react-i18next'
import { feedback } from '../components/feedback'

const key = 'ended'

/** Leads to signing in beside the page that is open. @param href of that page */
export async function tellEndedHere(href: string): Promise<void> {
  const { notification } = await feedback()
  const close = () => notification.destroy(key)
  notification.warning({
    key,
    title: <Title />,
    description: <SignInBeside href={href} onClick={close} />,
    duration: 0,
  })
}

function Title() {
  const { t } = useTranslation()
  return t('ended.title')
}

function SignInBeside({ href, onClick }: { href: string; onClick: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="notice-next">{t('ended.text')}</p>
      <a
        href={`/sign-in?${String(new URLSearchParams({ from: href }))}`}
        target="_blank"
        rel="noopener"
        onClick={onClick}
      >
        {t('ended.signIn')}
      </a>
    </>
  )
}
