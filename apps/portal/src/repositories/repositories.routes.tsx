import { createRoute } from '@tanstack/react-router'
import { listSearch } from '../lists/list-state'
import { projectRoute, shellRoute } from '../nav/frame.routes'
import { lazyPage } from '../nav/lazy-page'
import { pages } from '../nav/pages'
import { projectQuery } from '../session/project.queries'
import { rightsQuery } from '../session/rights.queries'
import { systemInfoQuery } from '../session/session.queries'
import { RepositoriesPage } from './repositories-page'
import { deletedQuery } from './deleted.queries'
import { repositoriesQuery, tagsQuery, untaggedQuery } from './repositories.queries'
import { readRepositoriesSearch, readRepositorySearch, tagSearch } from './repositories.search'

export const repositoriesRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/',
  staticData: { page: pages.repositories },
  validateSearch: readRepositoriesSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, params: { project }, deps }) => {
    void queries.prefetchQuery(repositoriesQuery(project, deps))
  },
  // Small, and of a project, whose pages ask the server for more than others: it comes with the frame.
  component: RepositoriesPage,
})

export const repositoryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/projects/$project/repositories/$',
  validateSearch: readRepositorySearch,
  loaderDeps: ({ search: { view, ...search } }) => ({ view, list: tagSearch(search) }),
  loader: ({ context: { queries }, params: { project, _splat: repository = '' }, deps: { view, list } }) => {
    void queries.prefetchQuery(projectQuery(project))
    void queries.prefetchQuery(rightsQuery({ project, repository }))
    void queries.prefetchQuery(systemInfoQuery)
    if (view === 'about') return
    if (view === 'deleted') void queries.prefetchQuery(deletedQuery(project, repository, listSearch(list)))
    else if (view === 'untagged') void queries.prefetchQuery(untaggedQuery(project, repository, listSearch(list)))
    else void queries.prefetchQuery(tagsQuery(project, repository, list))
  },
  component: lazyPage(() => import('./repository-page'), 'RepositoryPage'),
})
