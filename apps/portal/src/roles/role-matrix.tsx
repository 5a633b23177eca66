import { CheckOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '../errors/error-panel'
import { type PermissionGroup, permissionGroups, titles } from '../rights/permission-groups'
import { type Role, rolesQuery } from '../rights/roles.queries'
import { usePermissionName, useRoleName, useWords } from '../rights/use-words'
import styles from './role-matrix.module.css'

/** Which role gives what: a column for each, those of one's own beside the built-in ones. */
export function RoleMatrix() {
  const { t } = useTranslation()
  const roleName = useRoleName()
  const { data, error, refetch } = useQuery(rolesQuery)
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  if (data === undefined) return <Skeleton active />
  const roles = data.items
  return (
    <div className={styles.scroll} role="region" aria-label={t('role.matrix')} tabIndex={0}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('role.permission')}</th>
            {roles.map(({ id, name, repositories }) => (
              <th key={id} scope="col">
                {roleName(name)}
                {repositories === undefined ? null : <code className={styles.patterns}>{repositories.join(' ')}</code>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissionGroups.map((group) => (
            <Group key={group.resource} group={group} roles={roles} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Group({ group, roles }: { group: PermissionGroup; roles: readonly Role[] }) {
  const { t } = useTranslation()
  const words = useWords()
  const permissionName = usePermissionName()
  return (
    <Fragment>
      <tr className={styles.group}>
        <th scope="colgroup" colSpan={roles.length + 1}>
          {words(titles[group.resource])}
        </th>
      </tr>
      {group.permissions.map((permission) => (
        <tr key={permission}>
          <th scope="row">
            {permissionName(permission)} <code>{permission}</code>
          </th>
          {roles.map(({ id, permissions }) => (
            <td key={id}>
              {permissions.includes(permission) ? (
                <CheckOutlined aria-label={t('role.gives')} />
              ) : (
                <span className="visually-hidden">{t('role.givesNot')}</span>
              )}
            </td>
          ))}
        </tr>
      ))}
    </Fragment>
  )
}
