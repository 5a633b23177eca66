import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Trail } from '../components/trail'

/** The way down to a page about what a repository holds. @param here what the page itself is called */
export function RepositoryTrail({ project, repository, here }: { project: string; repository: string; here: string }) {
  const { t } = useTranslation()
  return (
    <Trail
      steps={[
        { key: 'projects', content: <Link to="/projects">{t('project.list')}</Link> },
        {
          key: 'project',
          content: (
            <Link to="/projects/$project" params={{ project }}>
              {project}
            </Link>
          ),
        },
        {
          key: 'repository',
          content: (
            <Link to="/projects/$project/repositories/$" params={{ project, _splat: repository }}>
              {repository}
            </Link>
          ),
        },
        { key: 'here', content: here },
      ]}
    />
  )
}
