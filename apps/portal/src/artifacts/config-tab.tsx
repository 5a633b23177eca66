import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Facts } from '../components/facts'
import { RelativeTime } from '../components/relative-time'
import { ErrorPanel } from '../errors/error-panel'
import { platformText } from '../repositories/platform-tags'
import { type ArtifactPlace, artifactQuery } from './artifacts.queries'
import { readImageConfig } from './image-config'
import { Pairs } from './pairs'

/** What an image runs, as its config says; of a chart, what its Chart.yaml says. */
export function ConfigTab({ place }: { place: ArtifactPlace }) {
  const { t } = useTranslation()
  const { data: artifact, error, refetch } = useQuery(artifactQuery(place))
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  if (artifact === undefined) return <Skeleton active />
  const attributes: Record<string, unknown> = artifact.extra_attrs
  const annotations = <Pairs title={t('artifactPage.annotations')} pairs={Object.entries(artifact.annotations ?? {})} />
  if (artifact.type === 'CHART')
    return (
      <>
        <Pairs title="Chart.yaml" pairs={Object.entries(attributes).map(([name, value]) => [name, inWords(value)])} />
        {annotations}
      </>
    )
  const text = (key: string) => (typeof attributes[key] === 'string' ? attributes[key] : '')
  const config = readImageConfig(attributes['config'])
  const command = (words: string[]) =>
    words.length === 0 ? '' : <code className="wrap">{words.map(quoted).join(' ')}</code>
  const facts: { key: string; label: string; value: ReactNode }[] = [
    {
      key: 'platform',
      label: t('artifactPage.platform'),
      value: platformText({ os: text('os'), architecture: text('architecture'), variant: text('variant') }),
    },
    {
      key: 'built',
      label: t('artifactPage.config.built'),
      value: text('created') === '' ? '' : <RelativeTime value={text('created')} />,
    },
    { key: 'author', label: t('artifactPage.config.author'), value: text('author') },
    { key: 'entrypoint', label: t('artifactPage.config.entrypoint'), value: command(config.entrypoint) },
    { key: 'command', label: t('artifactPage.config.command'), value: command(config.command) },
    { key: 'directory', label: t('artifactPage.config.directory'), value: config.workingDirectory },
    { key: 'user', label: t('artifactPage.config.user'), value: config.user },
    { key: 'ports', label: t('artifactPage.config.ports'), value: config.ports.join(', ') },
    { key: 'mediaType', label: t('artifactPage.config.mediaType'), value: artifact.manifest_media_type },
  ]
  return (
    <>
      <Facts facts={facts.filter(({ value }) => value !== '')} />
      <Pairs title={t('artifactPage.config.environment')} pairs={config.environment} />
      <Pairs title={t('artifactPage.config.labels')} pairs={config.labels} />
      {annotations}
    </>
  )
}

const inWords = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value, undefined, 2))

function quoted(word: string): string {
  return /^[\w./:=@%+-]+$/.test(word) ? word : JSON.stringify(word)
}
