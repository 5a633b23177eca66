import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommandLine } from '../components/command-line'
import { Segments } from '../components/segments'
import { projectSummaryQuery } from '../session/project.queries'
import { useRegistryHost, useSignedInUser } from '../session/session.queries'
import { pullThroughLines, type PushTool, pushTools } from './clients'
import styles from './push-instructions.module.css'

/** The way to a first copy in a proxy cache. `compact` stands in a drawer. */
export function PullThrough({ project, compact = false }: { project: string; compact?: boolean }) {
  const { t } = useTranslation()
  const host = useRegistryHost()
  const { username } = useSignedInUser()
  const { data: summary } = useQuery(projectSummaryQuery(project))
  const [tool, setTool] = useState<PushTool>('docker')
  const plainHttp = window.location.protocol === 'http:'
  const { type, url } = summary?.registry ?? {}
  const lines = pullThroughLines(tool, { host, project, username, plainHttp }, type)
  return (
    <section className={compact ? undefined : styles.push}>
      <header className={styles.head}>
        <div>
          {compact ? null : <h2>{t('pullThrough.title')}</h2>}
          <p>{url === undefined ? t('pullThrough.text') : t('pullThrough.textOf', { url })}</p>
        </div>
        <Segments
          label={t('push.tool')}
          value={tool}
          onChange={setTool}
          options={pushTools.map((value) => ({ value, label: value }))}
        />
      </header>
      <ol className={styles.steps}>
        {username === '' ? null : (
          <li>
            <span>{t('push.login')}</span>
            <CommandLine text={lines.login} />
          </li>
        )}
        <li>
          <span>{t('pullThrough.pull')}</span>
          <CommandLine text={lines.pull} />
        </li>
      </ol>
    </section>
  )
}
