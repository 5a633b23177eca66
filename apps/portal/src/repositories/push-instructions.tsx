import { Alert, Segmented, Spin } from 'antd'
import { useState } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useRegistryHost } from '../account/session.queries'
import { CommandLine } from '../components/command-line'
import { insecureRegistries, pushLines } from './clients'

const tools = ['docker', 'podman'] as const

/** The way to a first push, with this registry and this project filled in. */
export function PushInstructions({ project, compact = false }: { project: string; compact?: boolean }) {
  const { t } = useTranslation()
  const host = useRegistryHost()
  const [tool, setTool] = useState<(typeof tools)[number]>('docker')
  const plainHttp = window.location.protocol === 'http:'
  const lines = pushLines(tool, host, project, plainHttp)

  return (
    <section className="push" aria-labelledby="push-title">
      <header className="push-head">
        <div>
          <h2 id="push-title">{compact ? t('push.title') : t('push.firstTitle')}</h2>
          {compact ? null : <p>{t('push.firstText', { project })}</p>}
        </div>
        <Segmented
          aria-label={t('push.tool')}
          value={tool}
          onChange={setTool}
          options={tools.map((value) => ({ value, label: value }))}
        />
      </header>
      {plainHttp && tool === 'docker' ? (
        <Alert
          type="warning"
          showIcon
          className="push-insecure"
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
      <ol className="push-steps">
        <li>
          <span>{t('push.login')}</span>
          <CommandLine text={lines.login} />
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
        <div className="push-waiting" role="status">
          <Spin size="small" /> {t('push.waiting')}
        </div>
      )}
    </section>
  )
}
