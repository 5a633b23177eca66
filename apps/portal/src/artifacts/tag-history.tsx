import { RollbackOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { shortDigest } from '../components/digest'
import { RelativeTime } from '../components/relative-time'
import { useConfirm } from '../forms/use-confirm'
import type { Column } from '../lists/column'
import { actionsColumn, CellStack, nameColumn, OnNarrow, Small, timeColumn } from '../lists/columns'
import { ListTable } from '../lists/list-table'
import { artifactPath } from '../nav/artifact-path'
import { useMayRestore } from '../repositories/use-may-restore'
import { useRights } from '../session/rights.queries'
import styles from './pairs.module.css'
import { type TagEvent, tagHistoryQuery, useTakeTagBack } from './tag-history.queries'

interface TagHistoryProps {
  project: string
  repository: string
  tag: string
}

/** What became of a tag: who moved it from what to what, and the way back. Nothing where nobody has touched it, or the reader may not know. */
export function TagHistory({ project, repository, tag }: TagHistoryProps) {
  const { t } = useTranslation()
  const { may } = useRights({ project, repository })
  const mayRead = may('repository:read')
  const { data } = useQuery({ ...tagHistoryQuery(project, repository, tag), enabled: mayRead })
  const columns = useHistoryColumns({ project, repository, tag })
  if (data === undefined || data.items.length === 0) return null
  const title = t('tagHistory.title', { tag })
  return (
    <section>
      <h2 className={styles.title}>{title}</h2>
      <ListTable label={title} columns={columns} rowKey="id" rows={data.items} />
      {data.total > data.items.length ? (
        <p className="muted">{t('tagHistory.older', { count: data.total - data.items.length })}</p>
      ) : null}
    </section>
  )
}

/** On the narrowest phone a line has no room for the algorithm, which nearly all digests share. */
const hexOf = (digest: string) => shortDigest(digest).replace(/^sha256:/, '')

function useHistoryColumns({ project, repository, tag }: TagHistoryProps): Column<TagEvent>[] {
  const { t } = useTranslation()
  const confirm = useConfirm()
  const { mutateAsync: takeBack } = useTakeTagBack(project, repository, tag)
  const mayRestore = useMayRestore(project, repository)
  return useMemo(() => {
    const digest = (of: string | null, name = shortDigest) =>
      of === null ? (
        <span className="muted">–</span>
      ) : (
        <Link
          to="/projects/$project/artifacts/$"
          params={{ project, _splat: artifactPath(repository, of) }}
          className="mono"
        >
          {name(of)}
        </Link>
      )
    /** Until when what the tag named before can come back, where that was deleted. */
    const expiry = ({ expires_at: time }: TagEvent) =>
      time === null ? null : (
        <>
          {t('tagHistory.expires')} <RelativeTime value={time} ahead />
        </>
      )
    const restore = ({ id, from_digest: from }: TagEvent) =>
      void confirm({
        title: t('tagHistory.askTitle', { tag, digest: shortDigest(from ?? '') }),
        content: t('tagHistory.askText'),
        okText: t('tagHistory.restore'),
        run: () => takeBack(id),
        done: t('tagHistory.done', { tag, digest: shortDigest(from ?? '') }),
      })
    return [
      nameColumn<TagEvent>({
        key: 'action',
        title: t('tagHistory.what'),
        cell: (event) => (
          <>
            {t(`tagHistory.actions.${event.action}`)}
            {event.actor === null ? null : <Small>{t('tagHistory.by', { name: event.actor })}</Small>}
            <OnNarrow>
              <span>
                {digest(event.from_digest, hexOf)} → {digest(event.to_digest, hexOf)}
              </span>
              <Small>
                <RelativeTime value={event.at} />
              </Small>
              {event.expires_at === null ? null : <Small wraps>{expiry(event)}</Small>}
            </OnNarrow>
          </>
        ),
      }),
      {
        key: 'from',
        title: t('tagHistory.from'),
        from: 'md',
        cell: (event) => <CellStack sub={expiry(event)}>{digest(event.from_digest)}</CellStack>,
      },
      { key: 'to', title: t('tagHistory.to'), from: 'md', cell: ({ to_digest: to }) => digest(to) },
      timeColumn<TagEvent>({ key: 'at', title: t('tagHistory.when'), from: 'md', value: ({ at }) => at }),
      actionsColumn<TagEvent>(
        t,
        (event) => (
          <>
            {event.from_digest === null || event.to_digest === null ? null : (
              <Link
                to="/projects/$project/compare/$"
                params={{ project, _splat: repository }}
                search={{ from: event.from_digest, to: event.to_digest }}
              >
                {t('compare.link')}
              </Link>
            )}
            {mayRestore && event.restorable ? (
              <Button
                type="text"
                icon={<RollbackOutlined aria-hidden />}
                aria-label={t('tagHistory.restoreOf', { digest: shortDigest(event.from_digest ?? '') })}
                data-tip={t('tagHistory.restore')}
                onClick={() => restore(event)}
              />
            ) : null}
          </>
        ),
        130,
      ),
    ]
  }, [t, project, repository, tag, confirm, takeBack, mayRestore])
}
