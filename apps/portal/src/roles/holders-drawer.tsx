import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useKept } from '../components/use-kept'
import { ErrorPanel } from '../errors/error-panel'
import type { Role } from '../rights/roles.queries'
import { useRoleName } from '../rights/use-words'
import { roleHoldersQuery } from './role-changes.queries'
import { SidePanel } from '../components/side-panel'

/** Who has a role, and in which project. */
export function HoldersDrawer({ role, open, onClose }: { role: Role | undefined; open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const roleName = useRoleName()
  return (
    <SidePanel
      title={t('role.holdersOf', { name: roleName(useKept(open, role)?.name ?? '') })}
      open={open}
      onClose={onClose}
      size={440}
    >
      {role === undefined ? null : <Holders roleId={role.id} />}
    </SidePanel>
  )
}

function Holders({ roleId }: { roleId: number }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(roleHoldersQuery(roleId))
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  if (data === undefined) return <Skeleton active />
  return (
    <>
      <ul>
        {data.items.map(({ id, entity_name: name, project_name: project }) => (
          <li key={id}>
            {name}{' '}
            <Link to="/projects/$project/members" params={{ project }}>
              {project}
            </Link>
          </li>
        ))}
      </ul>
      {data.total > data.items.length ? (
        <p>{t('role.moreHolders', { count: data.total - data.items.length })}</p>
      ) : null}
    </>
  )
}
