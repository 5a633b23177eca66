import { createRoute, redirect } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { currentUserQuery } from '../session/session.queries'
import { overviewQuery } from './home.queries'

export const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.home.to,
  staticData: { page: pages.home },
  beforeLoad: async ({ context: { queries } }) => {
    if ((await queries.fetchQuery(currentUserQuery)) === null) throw redirect({ to: '/sign-in' })
  },
  loader: ({ context: { queries } }) => void queries.prefetchQuery(overviewQuery()),
  component: lazyPage(() => withTexts(import('./home-page'), 'home', 'charts'), 'HomePage'),
})
