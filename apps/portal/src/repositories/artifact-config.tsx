import { Descriptions } from 'antd'
import { useTranslation } from 'react-i18next'
import { readImageConfig } from './image-config'
import { Pairs } from './pairs'

/** What the image runs, as its config says. */
export function ArtifactConfig({ attributes }: { attributes: Record<string, unknown> }) {
  const { t } = useTranslation()
  const config = readImageConfig(attributes['config'])
  const command = (words: string[]) => <code className="wrap">{words.map(quoted).join(' ')}</code>
  const items = [
    ...(config.entrypoint.length === 0
      ? []
      : [{ key: 'entrypoint', label: t('artifact.entrypoint'), children: command(config.entrypoint) }]),
    ...(config.command.length === 0
      ? []
      : [{ key: 'command', label: t('artifact.command'), children: command(config.command) }]),
    ...(config.workingDirectory === ''
      ? []
      : [{ key: 'directory', label: t('artifact.directory'), children: <code>{config.workingDirectory}</code> }]),
    ...(config.user === '' ? [] : [{ key: 'user', label: t('artifact.user'), children: <code>{config.user}</code> }]),
    ...(config.ports.length === 0
      ? []
      : [{ key: 'ports', label: t('artifact.ports'), children: config.ports.join(', ') }]),
  ]
  return (
    <>
      {items.length === 0 ? null : (
        <section>
          <h3>{t('artifact.config')}</h3>
          <Descriptions size="small" bordered column={1} styles={{ label: { width: 132 } }} items={items} />
        </section>
      )}
      <Pairs title={t('artifact.environment')} pairs={config.environment} />
      <Pairs title={t('artifact.labels')} pairs={config.labels} />
    </>
  )
}

function quoted(word: string): string {
  return /^[\w./:=@%+-]+$/.test(word) ? word : JSON.stringify(word)
}
