import { createRoute } from '@tanstack/react-router'
import { portalPath } from '../account/account.routes'
import { withTexts } from '../i18n/i18n'
import { rootRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'

/** Here the provider's sign-in comes out for somebody who has no account yet. */
export const onboardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/oidc-onboard',
  validateSearch: ({
    username,
    redirect_url: target,
  }): { username?: string | undefined; redirect_url?: string | undefined } => ({
    username: typeof username === 'string' || typeof username === 'number' ? String(username) : undefined,
    redirect_url: portalPath(target),
  }),
  component: lazyPage(() => withTexts(import('./onboard-page'), 'onboarding', 'account', 'users'), 'OnboardPage'),
})

/** Here the provider's sign-in comes out where it failed. */
export const signInFailedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in-failed',
  component: lazyPage(() => withTexts(import('./sign-in-failed-page'), 'onboarding', 'account'), 'SignInFailedPage'),
})
