import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { actionTitles } from '@berth/contracts'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type PermissionGroup, permissionGroups, titles } from './permission-groups'
import styles from './permission-list.module.css'
import { useWords } from './use-words'

interface PermissionListProps {
  value?: readonly string[]
  /** Without it the list can be read only. */
  onChange?: (permissions: string[]) => void
  /** Those that are offered; absent: what a role can hold. */
  groups?: readonly PermissionGroup[]
}

/** What a role or a robot may do: a field of a form, or something to look at. */
export function PermissionList({ value = [], onChange, groups = permissionGroups }: PermissionListProps) {
  const words = useWords()
  const held = new Set(value)
  return (
    <div className={styles.list}>
      {groups.map((group) => (
        <section key={group.resource} className={styles.group} aria-label={words(titles[group.resource])}>
          {onChange === undefined ? (
            <ReadOnlyGroup group={group} held={held} />
          ) : (
            <EditableGroup group={group} held={held} onChange={onChange} />
          )}
        </section>
      ))}
    </div>
  )
}

/** What a permission lets one do, without what it is about. */
function useActionName(): (permission: string) => string {
  const words = useWords()
  return (permission) => {
    const title = Object.entries(actionTitles).find(([action]) => permission.endsWith(`:${action}`))?.[1]
    return title === undefined ? permission : words(title)
  }
}

function EditableGroup({
  group: { resource, permissions },
  held,
  onChange,
}: {
  group: PermissionGroup
  held: ReadonlySet<string>
  onChange: (permissions: string[]) => void
}) {
  const { t } = useTranslation()
  const words = useWords()
  const actionName = useActionName()
  const isFull = permissions.every((permission) => held.has(permission))
  const set = (changed: readonly string[], isHeld: boolean) =>
    onChange([...[...held].filter((permission) => !changed.includes(permission)), ...(isHeld ? changed : [])])
  return (
    <>
      <div className={styles.head}>
        <h2>{words(titles[resource])}</h2>
        <Button type="link" size="small" onClick={() => set(permissions, !isFull)}>
          {isFull ? t('rights.none') : t('rights.all')}
          <span className="visually-hidden">{words(titles[resource])}</span>
        </Button>
      </div>
      <ul className={styles.actions}>
        {permissions.map((permission) => (
          <li key={permission}>
            <label>
              <input
                type="checkbox"
                checked={held.has(permission)}
                onChange={({ target }) => set([permission], target.checked)}
              />
              {actionName(permission)}
            </label>
          </li>
        ))}
      </ul>
    </>
  )
}

function ReadOnlyGroup({ group, held }: { group: PermissionGroup; held: ReadonlySet<string> }) {
  const { t } = useTranslation()
  const words = useWords()
  const actionName = useActionName()
  return (
    <>
      <h2>{words(titles[group.resource])}</h2>
      <ul className={styles.actions}>
        {group.permissions.map((permission) =>
          held.has(permission) ? (
            <li key={permission} className={styles.held}>
              <CheckOutlined aria-label={t('rights.held')} /> {actionName(permission)}
            </li>
          ) : (
            <li key={permission} className={styles.lacking}>
              <CloseOutlined aria-label={t('rights.lacking')} /> {actionName(permission)}
            </li>
          ),
        )}
      </ul>
    </>
  )
}
