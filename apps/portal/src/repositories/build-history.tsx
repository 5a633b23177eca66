import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../components/relative-time'
import styles from './build-history.module.css'
import { buildHistoryQuery } from './repositories.queries'
import { tidyCommand } from './tidy-command'

interface BuildHistoryProps {
  project: string
  repository: string
  digest: string
}

/** How the image was built, a row per step; steps that added no files are folded away. */
export function BuildHistory({ project, repository, digest }: BuildHistoryProps) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const { data: steps = [] } = useQuery(buildHistoryQuery(project, repository, digest))
  if (steps.length === 0) return null
  const numbered = steps.map((step, at) => ({ ...step, number: at + 1 }))
  const layers = numbered.filter((step) => step.empty_layer !== true)
  const folded = numbered.length - layers.length
  return (
    <section>
      <h3>{t('artifact.history')}</h3>
      <ol className={styles.history}>
        {(all ? numbered : layers).map((step) => (
          <li key={step.number} value={step.number}>
            <span className={styles.number} aria-hidden="true">
              {step.number}
            </span>
            <code className="wrap">{tidyCommand(step.created_by ?? '') || step.comment || '–'}</code>
            <span className={styles.when}>
              {step.created === undefined ? null : <RelativeTime value={step.created} />}
              {step.empty_layer === true ? <Tag>{t('artifact.noFiles')}</Tag> : null}
            </span>
          </li>
        ))}
      </ol>
      {folded === 0 ? null : (
        <Button type="link" size="small" onClick={() => setAll(!all)}>
          {all ? t('artifact.historyFold') : t('artifact.historyAll', { count: folded })}
        </Button>
      )}
    </section>
  )
}
