import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Panel } from '../components/panel'
import panels from '../components/panels.module.css'
import { RoleOf } from '../rights/role-of'
import { firstMembersQuery } from './project-overview.queries'

/** Some of the members, with their roles. */
export function FirstMembers({ project }: { project: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(firstMembersQuery(project))
  return (
    <Panel
      title={t('member.list')}
      actions={
        <Link to="/projects/$project/members" params={{ project }}>
          {t('projectOverview.allMembers', { number: data?.total ?? 0 })}
        </Link>
      }
    >
      <ul className={panels.rows}>
        {data?.items.map(({ id, entity_name: name, role_id: role }) => (
          <li key={id}>
            <span>{name}</span>
            <span className="muted">
              <RoleOf id={role} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
