import { useQuery } from '@tanstack/react-query'
import { Button, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { tell } from '../components/feedback'
import { Segments } from '../components/segments'
import { ErrorPanel } from '../errors/error-panel'
import { useErrorNotice } from '../errors/use-error-notice'
import { Markdown } from '../markdown/markdown'
import { useRights } from '../session/rights.queries'
import { RepositoryUsage } from '../usage/repository-usage'
import styles from './about.module.css'
import { repositoryQuery, useDescribeRepository } from './about.queries'

interface AboutProps {
  project: string
  repository: string
}

/** What people should know of a repository, in Markdown. */
export function About({ project, repository }: AboutProps) {
  const { t } = useTranslation()
  const { may } = useRights({ project, repository })
  const [isWriting, setWriting] = useState(false)
  const { data, error, refetch } = useQuery(repositoryQuery(project, repository))
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  if (data === undefined) return <Skeleton active />
  const { description = '' } = data
  if (isWriting)
    return <Description project={project} repository={repository} text={description} onEnd={() => setWriting(false)} />
  const write = may('repository:update') ? (
    <Button onClick={() => setWriting(true)}>{description === '' ? t('about.write') : t('about.change')}</Button>
  ) : undefined
  return (
    <div className={styles.columns}>
      {description === '' ? (
        <EmptyState title={t('about.none')} text={t('about.noneText')} action={write} />
      ) : (
        <div className={styles.about}>
          {write}
          <Markdown text={description} />
        </div>
      )}
      <RepositoryUsage project={project} repository={repository} />
    </div>
  )
}

/** Its editor: what is written, and how it will look. */
function Description({ project, repository, text, onEnd }: AboutProps & { text: string; onEnd: () => void }) {
  const { t } = useTranslation()
  const notice = useErrorNotice()
  const [draft, setDraft] = useState(text)
  const [view, setView] = useState<'text' | 'preview'>('text')
  const { mutate: save, isPending } = useDescribeRepository(project, repository)
  return (
    <div className={styles.editor}>
      <Segments
        label={t('about.view')}
        value={view}
        onChange={setView}
        options={[
          { value: 'text', label: t('about.text') },
          { value: 'preview', label: t('about.preview') },
        ]}
      />
      {view === 'text' ? (
        <Input.TextArea
          aria-label={t('about.label')}
          value={draft}
          onChange={({ target }) => setDraft(target.value)}
          maxLength={100_000}
          autoSize={{ minRows: 12, maxRows: 32 }}
          placeholder={t('about.hint')}
        />
      ) : (
        <div className={styles.preview}>
          <Markdown text={draft} />
        </div>
      )}
      <div className={styles.actions}>
        <Button
          type="primary"
          loading={isPending}
          disabled={draft === text}
          onClick={() =>
            save(draft, {
              onSuccess: () => {
                tell(t('about.saved'))
                onEnd()
              },
              onError: notice,
            })
          }
        >
          {t('about.save')}
        </Button>
        <Button onClick={onEnd}>{t('actions.cancel')}</Button>
      </div>
    </div>
  )
}
