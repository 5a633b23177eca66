import { createRoute } from '@tanstack/react-router'
import { withTexts } from '../i18n/i18n'
import { shellRoute, signedInOnly } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { secondFactorQuery, sessionsQuery } from './security.queries'
import { tokensQuery } from './tokens.queries'

/** The frame of the reader's own pages. */
export const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: pages.profile.to,
  beforeLoad: signedInOnly,
  component: lazyPage(() => withTexts(import('./account-layout'), 'profile'), 'AccountLayout'),
})

export const profileRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: '/',
  staticData: { page: pages.profile },
  component: lazyPage(() => withTexts(import('./profile-page'), 'profile', 'users'), 'ProfilePage'),
})

export const securityRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: 'security',
  staticData: { page: pages.security },
  loader: ({ context: { queries } }) => {
    void queries.prefetchQuery(secondFactorQuery)
    void queries.prefetchQuery(sessionsQuery)
  },
  component: lazyPage(() => withTexts(import('./security-page'), 'profile'), 'SecurityPage'),
})

export const tokensRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: 'tokens',
  staticData: { page: pages.tokens },
  loader: ({ context: { queries } }) => {
    void queries.prefetchQuery(tokensQuery('reader'))
  },
  component: lazyPage(() => withTexts(import('./tokens-page'), 'profile'), 'TokensPage'),
})

export const preferencesRoute = createRoute({
  getParentRoute: () => accountRoute,
  path: 'preferences',
  staticData: { page: pages.preferences },
  component: lazyPage(() => withTexts(import('./preferences-page'), 'profile', 'listsLater'), 'PreferencesPage'),
})
