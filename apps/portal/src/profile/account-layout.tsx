import { Link, Outlet, useMatches } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../components/page-header'
import { activeTab, Tabs } from '../components/tabs'
import { usePageTitle } from '../components/use-page-title'
import { pages, pagesAt } from '../nav/pages'
import { useRights } from '../session/rights.queries'
import { useSignedInUser } from '../session/session.queries'

export function AccountLayout() {
  const { t } = useTranslation()
  const { username } = useSignedInUser()
  const { may } = useRights('system')
  const page = useMatches({ select: (matches) => matches.at(-1)?.staticData.page }) ?? pages.profile
  usePageTitle(page.title(t))
  return (
    <>
      <PageHeader title={t('profile.title')} lead={t('profile.lead', { name: username })} />
      <Tabs label={t('profile.sections')}>
        {pagesAt(may, 'account').map(({ to, title }) => (
          <Link key={to} to={to} activeOptions={{ exact: true }} activeProps={activeTab}>
            {title(t)}
          </Link>
        ))}
      </Tabs>
      <div className="section">
        <Outlet />
      </div>
    </>
  )
}
