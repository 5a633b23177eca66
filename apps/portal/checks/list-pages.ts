const ofEveryPage = ['/systeminfo', '/users/current', '/users/current/permissions']
const ofAProject = [...ofEveryPage, '/projects/dev', '/projects/dev/summary', '/users/current/permissions']
const repository = '/projects/dev/repositories/httpd'

/** Each page that shows a list: the module that its route loads, and what it asks the server for on a cold cache. */
export const listPages = [
  {
    module: 'src/projects/projects-page.tsx',
    path: '/projects',
    list: 'Projects',
    asks: [...ofEveryPage, '/projects'],
  },
  {
    module: 'src/repositories/repositories-page.tsx',
    path: '/projects/dev',
    list: 'Repositories',
    asks: [...ofAProject, '/projects/dev/repositories'],
  },
  {
    module: 'src/repositories/repository-page.tsx',
    path: repository,
    list: 'Tags',
    asks: [...ofEveryPage, '/users/current/permissions', `${repository}/tags`],
  },
  {
    module: 'src/members/members-page.tsx',
    path: '/projects/dev/members',
    list: 'Members',
    asks: [...ofAProject, '/projects/dev/members'],
  },
  { module: 'src/users/users-page.tsx', path: '/users', list: 'Users', asks: [...ofEveryPage, '/users'] },
  {
    module: 'src/audit/audit-page.tsx',
    path: '/audit-log',
    list: 'Audit log',
    asks: [...ofEveryPage, '/auditlog-exts'],
  },
  {
    module: 'src/clean-up/clean-up-page.tsx',
    path: '/clean-up',
    list: 'Runs',
    asks: [...ofEveryPage, '/system/gc', '/system/gc/schedule'],
  },
]
