import { useQueries, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '../components/page-header'
import { Select } from '../components/select'
import { usePageTitle } from '../components/use-page-title'
import { ErrorPanel } from '../errors/error-panel'
import { ToProjects } from '../errors/to-projects'
import { artifactPath } from '../nav/artifact-path'
import { tagsQuery } from '../repositories/repositories.queries'
import { type Artifact, artifactQuery } from './artifacts.queries'
import { ComparePair } from './compare-pair'
import styles from './compare.module.css'
import { platformsOf } from './platforms'
import { RepositoryTrail } from './repository-trail'

const route = getRouteApi('/shell/projects/$project/compare/$')

/** Two artifacts of a repository side by side: what a pull of the one still downloads, and what else is not the same. */
export function ComparePage() {
  const { t } = useTranslation()
  const { project, _splat: repository = '' } = route.useParams()
  const { from, to, platform } = route.useSearch()
  const navigate = route.useNavigate()
  usePageTitle(t('compare.title'))
  const { data: tags } = useQuery(tagsQuery(project, repository, { size: 100 }))
  const [before, after] = useQueries({
    queries: [from, to].map((reference) => ({
      ...artifactQuery({ project, repository, reference: reference ?? '' }),
      enabled: reference !== undefined,
    })),
  })
  const error = before?.error ?? after?.error ?? null
  const choices = [
    ...new Set([...[from, to].filter((one) => one !== undefined), ...(tags?.items ?? []).map(({ name }) => name)]),
  ]
  const both = before?.data === undefined || after?.data === undefined ? undefined : [before.data, after.data]
  const platforms = both === undefined ? [] : sharedPlatforms(both)
  const shown =
    platforms.find((name) => name === platform) ?? platforms.find((name) => name === 'linux/amd64') ?? platforms[0]
  const choose = (patch: { from?: string; to?: string; platform?: string }) =>
    void navigate({ search: (old) => ({ ...old, ...patch }), resetScroll: false })
  const side = (name: 'from' | 'to', value: string | undefined) => (
    <label className={styles.side}>
      <span>{t(`compare.${name}`)}</span>
      <Select
        label={t(`compare.${name}`)}
        value={value}
        options={choices.map((choice) => ({ value: choice, label: choice.slice(0, 40) }))}
        onChange={(chosen) => choose({ [name]: chosen })}
      />
    </label>
  )

  return (
    <>
      <RepositoryTrail project={project} repository={repository} here={t('compare.title')} />
      <PageHeader title={t('compare.title')} lead={t('compare.lead')} />
      <div className={styles.choice}>
        {side('from', from)}
        {side('to', to)}
        {shown === undefined ? null : (
          <label className={styles.side}>
            <span>{t('artifactPage.platform')}</span>
            <Select
              label={t('artifactPage.platform')}
              value={shown}
              options={platforms.map((name) => ({ value: name, label: name }))}
              onChange={(chosen) => choose({ platform: chosen })}
            />
          </label>
        )}
      </div>
      {error !== null ? (
        <ErrorPanel error={error} wayOut={<ToProjects />} />
      ) : from === undefined || to === undefined ? (
        <p>{t('compare.choose')}</p>
      ) : both === undefined ? (
        <Skeleton active />
      ) : (
        <ComparePair
          project={project}
          repository={repository}
          digests={both.map((artifact) => digestFor(artifact, shown))}
          titles={[from, to].map((reference) => artifactPath(repository, reference))}
        />
      )}
    </>
  )
}

/** An image by itself has none to choose from. */
function sharedPlatforms(artifacts: readonly Artifact[]): string[] {
  const lists = artifacts
    .filter(({ references }) => references !== null)
    .map((artifact) => platformsOf(artifact).map(({ name }) => name))
  const [first = [], ...others] = lists
  return first.filter((name) => others.every((list) => list.includes(name)))
}

function digestFor(artifact: Artifact, platform: string | undefined): string {
  const platforms = platformsOf(artifact)
  return (platforms.find(({ name }) => name === platform) ?? platforms[0])?.digest ?? artifact.digest
}
