import { useQuery } from '@tanstack/react-query'
import { Skeleton, Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useKept } from '../components/use-kept'
import { ErrorPanel } from '../errors/error-panel'
import { PermissionList } from './permission-list'
import styles from './role-drawer.module.css'
import { rolesQuery } from './roles.queries'
import { useRoleName } from './use-words'
import { SidePanel } from '../components/side-panel'

interface RoleDrawerProps {
  title: string
  /** Stands above what the role gives. */
  lead?: ReactNode
  roleId: number | undefined
  open: boolean
  onClose: () => void
}

/** What a role lets one do, in words, and where. */
export function RoleDrawer({ title, lead, roleId, open, onClose }: RoleDrawerProps) {
  return (
    <SidePanel title={useKept(open, title)} open={open} onClose={onClose} size={560}>
      {lead}
      {roleId === undefined ? null : <RoleRights roleId={roleId} />}
    </SidePanel>
  )
}

function RoleRights({ roleId }: { roleId: number }) {
  const { t } = useTranslation()
  const roleName = useRoleName()
  const { data, error, refetch } = useQuery(rolesQuery)
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  const role = data?.items.find(({ id }) => id === roleId)
  if (role === undefined) return data === undefined ? <Skeleton active /> : <p>{t('rights.gone')}</p>
  return (
    // What scrolls has to be reached by keyboard.
    <div className={styles.rights} role="region" aria-label={roleName(role.name)} tabIndex={0}>
      <p className={styles.name}>
        <strong>{roleName(role.name)}</strong>
        {role.description === '' ? null : <span className="muted">{role.description}</span>}
      </p>
      {role.repositories === undefined ? null : (
        <p>
          {t('rights.keptTo')}{' '}
          {role.repositories.map((pattern) => (
            <Tag key={pattern}>
              <code>{pattern}</code>
            </Tag>
          ))}
        </p>
      )}
      <PermissionList value={role.permissions} />
    </div>
  )
}
