import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { NotFoundPage } from '../errors/not-found-page'
import { projectQuery } from '../session/project.queries'
import { rightsQuery } from '../session/rights.queries'
import { currentUserQuery } from '../session/session.queries'

export interface RouterContext {
  queries: QueryClient
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Outlet })

const toSignIn = ({ href, pathname }: { href: string; pathname: string }) =>
  redirect({ to: '/sign-in', search: pathname === '/' ? {} : { from: href } })

/**
 * Everything behind sign-in. Who is signed in is asked for beside the code and the data of the page, not before them: a page
 * of nobody's session is refused by the server, and never shown.
 */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: ({ context, location }) => {
    if (context.queries.getQueryData(currentUserQuery.queryKey) === null) throw toSignIn(location)
  },
  loader: async ({ context: { queries }, location }) => {
    void queries.prefetchQuery(rightsQuery('system'))
    if ((await queries.fetchQuery(currentUserQuery)) === null) throw toSignIn(location)
  },
})

export const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/projects' })
  },
})

/** The frame of a project's pages; the router says what it looks like, as it does for the shell. */
export const projectRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects/$project',
  loader: ({ context: { queries }, params: { project } }) => {
    void queries.prefetchQuery(projectQuery(project))
    void queries.prefetchQuery(rightsQuery({ project }))
  },
})

export const elsewhereRoute = createRoute({ getParentRoute: () => shellRoute, path: '$', component: NotFoundPage })
