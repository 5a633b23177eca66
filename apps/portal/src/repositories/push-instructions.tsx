import { LoadingOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { CommandLine } from '../components/command-line'
import { Segments } from '../components/segments'
import { useRegistryHost, useSignedInUser } from '../session/session.queries'
import { dockerTrusts, insecureRegistries, pushLines, type PushTool, pushTools } from './clients'
import styles from './push-instructions.module.css'

/** The way to a push, with this registry, this project and the reader's name filled in. `compact` stands in a drawer. */
export function PushInstructions({ project, compact = false }: { project: string; compact?: boolean }) {
  const { t } = useTranslation()
  const host = useRegistryHost()
  const { username } = useSignedInUser()
  const [tool, setTool] = useState<PushTool>('docker')
  const plainHttp = window.location.protocol === 'http:'
  const lines = pushLines(tool, { host, project, username, plainHttp })
  const choice = (
    <Segments
      label={t('push.tool')}
      value={tool}
      onChange={setTool}
      options={pushTools.map((value) => ({ value, label: value }))}
    />
  )

  return (
    <section className={compact ? undefined : styles.push}>
      {compact ? (
        <div className={styles.head}>{choice}</div>
      ) : (
        <header className={styles.head}>
          <div>
            <h2>{t('push.firstTitle')}</h2>
            <p>{t('push.firstText', { project })}</p>
          </div>
          {choice}
        </header>
      )}
      {plainHttp && tool === 'docker' && !dockerTrusts(host) ? (
        <Alert
          type="warning"
          showIcon
          className={styles.insecure ?? ''}
          title={t('push.insecureTitle')}
          description={
            <>
              <p>
                <Trans i18nKey="push.insecureText" components={{ file: <code>/etc/docker/daemon.json</code> }} />
              </p>
              <CommandLine text={insecureRegistries(host)} />
            </>
          }
        />
      ) : null}
      <ol className={styles.steps}>
        <li>
          <span>{t('push.login')}</span>
          <CommandLine text={lines.login} />
        </li>
        <li>
          <span>{t('push.example')}</span>
          <CommandLine text={lines.example} />
        </li>
        <li>
          <span>{t('push.tag')}</span>
          <CommandLine text={lines.tag} />
        </li>
        <li>
          <span>{t('push.push')}</span>
          <CommandLine text={lines.push} />
        </li>
      </ol>
      {compact ? null : (
        <div className={styles.waiting} role="status">
          <LoadingOutlined aria-hidden /> {t('push.waiting')}
        </div>
      )}
    </section>
  )
}
