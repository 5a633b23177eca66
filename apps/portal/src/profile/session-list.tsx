import { Button, Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { tell } from '../components/feedback'
import { Panel } from '../components/panel'
import { useErrorNotice } from '../errors/use-error-notice'
import { useConfirm } from '../forms/use-confirm'
import type { Column } from '../lists/column'
import { actionsColumn, nameColumn, OnNarrow, Small, timeColumn } from '../lists/columns'
import { ListTable } from '../lists/list-table'
import { RelativeTime } from '../components/relative-time'
import { describeClient } from './describe-client'
import styles from './security-page.module.css'
import { useEndOtherSessions, useEndSession } from './security-changes.queries'
import type { Session } from './security.queries'

/** Where the reader is signed in. */
export function SessionList({ sessions }: { sessions: readonly Session[] | undefined }) {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const columns = useSessionColumns()
  const { mutateAsync: endOthers } = useEndOtherSessions()
  const hasOthers = sessions?.some(({ current }) => !current) === true
  const confirmAll = () =>
    confirm({
      title: t('sessions.endOthersTitle'),
      content: t('sessions.endOthersText'),
      okText: t('sessions.endOthers'),
      run: () => endOthers(),
      done: t('sessions.endedOthers'),
    })
  return (
    <Panel
      title={t('sessions.title')}
      actions={hasOthers ? <Button onClick={() => void confirmAll()}>{t('sessions.endOthers')}</Button> : undefined}
    >
      <p className={styles.lead}>{t('sessions.text')}</p>
      <ListTable label={t('sessions.list')} columns={columns} rowKey="id" rows={sessions} />
    </Panel>
  )
}

function useSessionColumns(): Column<Session>[] {
  const { t } = useTranslation()
  const notice = useErrorNotice()
  const { mutate: end } = useEndSession()
  return useMemo(() => {
    const nameOf = ({ client }: Session) => {
      const { browser, system } = describeClient(client)
      if (browser === undefined) return client || t('sessions.unknown')
      return system === undefined ? browser : t('sessions.on', { browser, system })
    }
    return [
      nameColumn<Session>({
        key: 'client',
        title: t('sessions.client'),
        cell: (session) => (
          <>
            <span title={session.client}>
              {nameOf(session)} {session.current ? <Tag color="success">{t('sessions.current')}</Tag> : null}
            </span>
            <OnNarrow>
              <Small>
                {session.address} · <RelativeTime value={session.last_seen} />
              </Small>
            </OnNarrow>
          </>
        ),
      }),
      { key: 'address', title: t('sessions.address'), from: 'md', cell: ({ address }) => address },
      timeColumn<Session>({
        key: 'creation_time',
        title: t('sessions.begun'),
        from: 'md',
        value: (session) => session.creation_time,
      }),
      timeColumn<Session>({
        key: 'last_seen',
        title: t('sessions.seen'),
        from: 'md',
        value: (session) => session.last_seen,
      }),
      actionsColumn<Session>(
        t,
        (session) =>
          session.current ? null : (
            <Button
              size="small"
              aria-label={t('sessions.endOf', { client: nameOf(session) })}
              onClick={() => end(session.id, { onSuccess: () => tell(t('sessions.ended')), onError: notice })}
            >
              {t('sessions.end')}
            </Button>
          ),
        80,
      ),
    ]
  }, [t, notice, end])
}
