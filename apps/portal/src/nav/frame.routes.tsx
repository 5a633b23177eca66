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

/**
 * Everything but signing in and up. What is public is for everybody; who is signed in is asked for beside the code and the
 * data of the page, not before them. A page that is not public is refused by the server, and that leads to signing in.
 */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  loader: async ({ context: { queries } }) => {
    void queries.prefetchQuery(rightsQuery('system'))
    await queries.fetchQuery(currentUserQuery)
  },
})

/** For a page that asks the server nothing which it would refuse to somebody who is not signed in. */
export async function signedInOnly({ context, location }: { context: RouterContext; location: { href: string } }) {
  if ((await context.queries.fetchQuery(currentUserQuery)) === null)
    throw redirect({ to: '/sign-in', search: { from: location.href } })
}

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
