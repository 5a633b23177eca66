import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { laterTexts } from '../i18n/i18n'
import { shellRoute, signedInOnly } from '../nav/frame.routes'
import { pages } from '../nav/pages'
import { secondFactorQuery, sessionsQuery } from './security.queries'

/** The frame of the reader's own pages. */
export const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.profile.to,
  beforeLoad: async (opening) => {
    await Promise.all([signedInOnly(opening), laterTexts()])
  },
  component: lazyRouteComponent(() => import('./account-layout'), 'AccountLayout'),
})

export const profileRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/',
  staticData: { page: pages.profile },
  component: lazyRouteComponent(() => import('./profile-page'), 'ProfilePage'),
})

export const securityRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: 'security',
  staticData: { page: pages.security },
  loader: ({ context: { queries } }) => {
    void queries.prefetchQuery(secondFactorQuery)
    void queries.prefetchQuery(sessionsQuery)
  },
  component: lazyRouteComponent(() => import('./security-page'), 'SecurityPage'),
})

export const preferencesRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: 'preferences',
  staticData: { page: pages.preferences },
  component: lazyRouteComponent(() => import('./preferences-page'), 'PreferencesPage'),
})
