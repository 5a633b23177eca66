const ofEveryPage = ['/systeminfo', '/users/current', '/users/current/permissions']
const ofAProject = [...ofEveryPage, '/projects/dev', '/projects/dev/summary', '/users/current/permissions']
const repository = '/projects/dev/repositories/httpd'

/**
 * Each page that shows a list: the module that its route loads, the folders whose texts come with it, and what it asks the
 * server for on a cold cache.
 */
export const listPages = [
  {
    module: 'src/projects/projects-page.tsx',
    texts: [],
    path: '/projects',
    list: 'Projects',
    asks: [...ofEveryPage, '/projects'],
  },
  {
    module: 'src/repositories/repositories-page.tsx',
    texts: [],
    path: '/projects/dev',
    list: 'Repositories',
    asks: [...ofAProject, '/projects/dev/repositories'],
  },
  {
    module: 'src/repositories/repository-page.tsx',
    texts: [],
    path: repository,
    list: 'Tags',
    asks: [...ofEveryPage, '/users/current/permissions', '/projects/dev', `${repository}/tags`],
  },
  {
    module: 'src/members/members-page.tsx',
    texts: [],
    path: '/projects/dev/members',
    list: 'Members',
    asks: [...ofAProject, '/projects/dev/members'],
  },
  {
    module: 'src/users/users-page.tsx',
    texts: ['users'],
    path: '/users',
    list: 'Users',
    asks: [...ofEveryPage, '/users', '/configurations'],
  },
  {
    module: 'src/audit/audit-page.tsx',
    texts: ['audit'],
    path: '/audit-log',
    list: 'Audit log',
    asks: [...ofEveryPage, '/auditlog-exts'],
  },
  {
    module: 'src/clean-up/clean-up-page.tsx',
    texts: [],
    path: '/clean-up',
    list: 'Runs',
    asks: [...ofEveryPage, '/system/gc', '/system/gc/schedule'],
  },
]
