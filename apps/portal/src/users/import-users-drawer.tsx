import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { ErrorPanel } from '../errors/error-panel'
import { FormDrawer } from '../forms/form-drawer'
import styles from './import-users-drawer.module.css'
import { directoryPeopleQuery, useImportUsers } from './user-changes.queries'

interface Chosen {
  names?: string[]
}

/** Makes users of people in the directory before they have signed in. */
export function ImportUsersDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed.trim())
  const { data: people = [], error, isFetched } = useQuery(directoryPeopleQuery(asked))
  const add = useImportUsers()
  const close = () => {
    setTyped('')
    onClose()
  }
  const submit = ({ names = [] }: Chosen) =>
    add.mutate(names, {
      onSuccess: () => {
        tell(t('authentication.people.imported', { count: names.length }))
        close()
      },
    })
  return (
    <FormDrawer<Chosen>
      title={t('user.import')}
      open={open}
      onClose={close}
      submitLabel={t('authentication.people.importAction')}
      mutation={add}
      onFinish={submit}
    >
      <Form.Item
        label={t('authentication.people.importSearch')}
        htmlFor="directory-search"
        extra={t('authentication.people.importText')}
      >
        <Input
          id="directory-search"
          autoFocus
          autoComplete="off"
          maxLength={255}
          onChange={({ target }) => setTyped(target.value)}
        />
      </Form.Item>
      {error === null ? null : <ErrorPanel error={error} />}
      <Form.Item
        name="names"
        label={t('authentication.people.importFound')}
        rules={[
          {
            // Not `required`, which says of the group of boxes what cannot be said of a group.
            validator: (_rule, names: string[] = []) =>
              names.length > 0
                ? Promise.resolve()
                : Promise.reject(new Error(t('authentication.people.importRequired'))),
          },
        ]}
      >
        <Checkbox.Group className={styles.people ?? ''}>
          {people.map(({ username, realname, email }) => (
            <Checkbox key={username} value={username}>
              <strong>{username}</strong> <span className="muted">{[realname, email].filter(Boolean).join(' · ')}</span>
            </Checkbox>
          ))}
        </Checkbox.Group>
      </Form.Item>
      {isFetched && error === null && people.length === 0 ? (
        <p className="muted">{t('authentication.people.importNone')}</p>
      ) : null}
    </FormDrawer>
  )
}
