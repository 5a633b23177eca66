import { useQuery } from '@tanstack/react-query'
import { Descriptions, Drawer, Skeleton, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { CopyButton } from '../components/copy-button'
import { RelativeTime } from '../components/relative-time'
import { ErrorPanel } from '../errors/error-panel'
import { ArtifactChildren } from './artifact-children'
import styles from './artifact-drawer.module.css'
import { ArtifactConfig } from './artifact-config'
import { toolsFor } from './clients'
import { kindName } from './kind-name'
import { Pairs } from './pairs'
import { PullPanel } from './pull-panel'
import { usePullTarget } from './use-pull-target'
import { usePullTool } from './use-pull-tool'
import { BuildHistory } from './build-history'
import { platformText } from './platform-tags'
import { type Artifact, artifactQuery } from './repositories.queries'

interface ArtifactDrawerProps {
  project: string
  repository: string
  /** The artifact to show. */
  digest: string | undefined
  open: boolean
  onOpen: (digest: string) => void
  onClose: () => void
}

export function ArtifactDrawer({ project, repository, digest, open, onOpen, onClose }: ArtifactDrawerProps) {
  return (
    <Drawer
      title={<span className={styles.title}>{repository}</span>}
      open={open}
      onClose={onClose}
      size={640}
      destroyOnHidden
    >
      {digest === undefined ? null : (
        <ArtifactDetails project={project} repository={repository} digest={digest} onOpen={onOpen} />
      )}
    </Drawer>
  )
}

function ArtifactDetails({
  project,
  repository,
  digest,
  onOpen,
}: Omit<ArtifactDrawerProps, 'open' | 'onClose'> & { digest: string }) {
  const { t } = useTranslation()
  const { data: artifact, error, refetch } = useQuery(artifactQuery(project, repository, digest))
  const target = usePullTarget(project, repository)
  const [wanted, setTool] = usePullTool()
  if (error !== null) return <ErrorPanel error={error} onRetry={refetch} />
  return (
    <div className={styles.artifact}>
      <p className={styles.digest}>
        <code>{digest}</code>
        <CopyButton text={digest} label={t('copy.digest')} />
      </p>
      {artifact === undefined ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : (
        <>
          <PullPanel
            compact
            target={target(artifact.tags?.[0]?.name, digest)}
            tools={toolsFor(artifact.type, (artifact.tags ?? []).length > 0)}
            wanted={wanted}
            onTool={setTool}
          />
          <ArtifactFacts artifact={artifact} />
          <ArtifactChildren references={artifact.references ?? []} onOpen={onOpen} />
          <ArtifactConfig attributes={artifact.extra_attrs} />
          <Pairs title={t('artifact.annotations')} pairs={Object.entries(artifact.annotations ?? {})} />
          {'build_history' in artifact.addition_links ? (
            <BuildHistory project={project} repository={repository} digest={digest} />
          ) : null}
        </>
      )}
    </div>
  )
}

function ArtifactFacts({ artifact }: { artifact: Artifact }) {
  const { t, i18n } = useTranslation()
  const attributes: Record<string, unknown> = artifact.extra_attrs
  const text = (key: string) => (typeof attributes[key] === 'string' ? attributes[key] : undefined)
  const platform = platformText({ os: text('os'), architecture: text('architecture'), variant: text('variant') })
  const tags = artifact.tags ?? []
  const isIndex = (artifact.references ?? []).length > 0
  const items = [
    {
      key: 'tags',
      label: t('tag.list'),
      children:
        tags.length === 0 ? (
          <span className="muted">{t('artifact.untagged')}</span>
        ) : (
          <span className={styles.tags}>
            {tags.map(({ name }) => (
              <Tag key={name}>{name}</Tag>
            ))}
          </span>
        ),
    },
    {
      key: 'kind',
      label: t('artifact.kind'),
      children: (
        <>
          {kindName(t, artifact.type)}
          {artifact.artifact_type === '' ? null : (
            <code className={`wrap ${styles.type}`}>{artifact.artifact_type}</code>
          )}
        </>
      ),
    },
    {
      key: 'type',
      label: t('artifact.mediaType'),
      children: <code className="wrap">{artifact.manifest_media_type}</code>,
    },
    {
      key: 'size',
      label: t('tag.size'),
      children: isIndex
        ? t('artifact.allPlatforms', { size: formatBytes(artifact.size, i18n.language) })
        : formatBytes(artifact.size, i18n.language),
    },
    ...(platform === '' ? [] : [{ key: 'platform', label: t('artifact.platform'), children: platform }]),
    ...(text('created') === undefined
      ? []
      : [{ key: 'created', label: t('artifact.built'), children: <RelativeTime value={text('created')} /> }]),
    { key: 'pushed', label: t('tag.pushed'), children: <RelativeTime value={artifact.push_time} /> },
    { key: 'pulled', label: t('tag.pulled'), children: <RelativeTime value={artifact.pull_time} /> },
  ]
  return <Descriptions size="small" bordered column={1} styles={{ label: { width: 132 } }} items={items} />
}
