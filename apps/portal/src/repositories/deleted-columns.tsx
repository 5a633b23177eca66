import { DeleteOutlined, RollbackOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Digest, shortDigest } from '../components/digest'
import { RelativeTime } from '../components/relative-time'
import { useAtLeast } from '../components/use-breakpoint'
import type { Column } from '../lists/column'
import { actionsColumn, nameColumn, NoAction, OnNarrow, sizeColumn, Small, timeColumn } from '../lists/columns'
import { useRights } from '../session/rights.queries'
import { DeletedName } from './deleted-name'
import type { Deleted } from './deleted.queries'
import { useConfirmPurge } from './use-confirm-purge'
import { useMayRestore } from './use-may-restore'
import { useRestore } from './use-restore'

/** Few people know digests: an artifact by a tag that went with it, where it had one. */
const knownAs = ({ name, tags, digest }: Deleted) => name ?? tags[0] ?? shortDigest(digest)

export function useDeletedColumns(project: string, repository: string): Column<Deleted>[] {
  const { t } = useTranslation()
  const wide = useAtLeast('md')
  const { may } = useRights({ project, repository })
  const { run: restore, running } = useRestore(project)
  const purge = useConfirmPurge(project, repository)
  const mayRestore = useMayRestore(project, repository)
  const mayPurge = may('repository:delete')

  return useMemo(() => {
    const by = ({ deleted_by: name }: Deleted) => (name === null ? undefined : t('deletedList.by', { name }))
    return [
      nameColumn<Deleted>({
        key: 'name',
        title: t('deletedList.what'),
        sorts: true,
        cell: (item) => (
          <>
            <DeletedName item={item} />
            <Small>{item.kind === 'tag' ? t('deletedList.tag') : t('deletedList.artifact')}</Small>
            <OnNarrow>
              <Digest digest={item.digest} />
              <RelativeTime value={item.deleted_at} />
              <Small>{by(item)}</Small>
              <Small>
                {t('deletedList.expiresLabel')} <RelativeTime value={item.expires_at} ahead />
              </Small>
            </OnNarrow>
          </>
        ),
      }),
      { key: 'digest', title: t('tag.digest'), from: 'md', cell: (item) => <Digest digest={item.digest} /> },
      sizeColumn({ key: 'size', title: t('tag.size'), sorts: true, from: 'xl', bytes: (item) => item.size }),
      timeColumn({
        key: 'deleted_at',
        title: t('deletedList.when'),
        sorts: true,
        from: 'md',
        value: (item) => item.deleted_at,
        sub: by,
      }),
      timeColumn({
        key: 'expires_at',
        title: t('deletedList.expires'),
        from: 'md',
        value: (item) => item.expires_at,
        ahead: true,
      }),
      ...(mayRestore || mayPurge
        ? [
            actionsColumn<Deleted>(
              t,
              (item) => (
                <>
                  {mayRestore ? (
                    <span {...(item.restorable ? {} : { 'data-tip': t('deletedList.lacking') })}>
                      <Button
                        {...(wide ? {} : { type: 'text' as const })}
                        icon={<RollbackOutlined aria-hidden />}
                        aria-label={t('deletedList.restoreOf', { name: knownAs(item) })}
                        disabled={!item.restorable}
                        loading={running?.some(({ reference }) => reference === item.reference) === true}
                        onClick={() => void restore([{ repository, reference: item.reference }])}
                      >
                        {wide ? t('deletedList.restore') : null}
                      </Button>
                    </span>
                  ) : null}
                  {mayPurge && item.kind === 'artifact' ? (
                    <Button
                      type="text"
                      danger
                      icon={<DeleteOutlined aria-hidden />}
                      aria-label={t('deletedList.purgeOf', { name: knownAs(item) })}
                      onClick={() => void purge(item)}
                    />
                  ) : null}
                  {mayPurge && item.kind === 'tag' ? <NoAction /> : null}
                </>
              ),
              (wide ? 130 : 56) + (mayPurge ? 40 : 0),
            ),
          ]
        : []),
    ]
  }, [t, wide, repository, mayRestore, mayPurge, restore, running, purge])
}
