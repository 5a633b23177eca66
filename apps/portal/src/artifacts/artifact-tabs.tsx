import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyPart } from '../components/on-demand'
import { activeTab, Tabs } from '../components/tabs'
import { withTexts } from '../i18n/i18n'
import { ArtifactLink } from '../repositories/artifact-link'
import { type Artifact, type ArtifactPlace, filesQuery, referrersQuery, textQuery } from './artifacts.queries'
import type { ArtifactTab } from './artifacts.search'
import { ConfigTab } from './config-tab'
import { DependenciesTab, TextTab } from './chart-tabs'
import { FilesTab } from './files-tab'
import { LayersTab } from './layers-tab'
import { ManifestTab } from './manifest-tab'
import type { ShownPlatform } from './platforms'
import { ReferrersTab } from './referrers-tab'
import { TagsTab } from './tags-tab'

/** Only some artifacts have a text that is laid out. */
const Markdown = lazyPart(async () => (await withTexts(import('../markdown/markdown'), 'markdown')).Markdown)

const route = getRouteApi('/shell/projects/$project/artifacts/$')

interface ArtifactTabsProps {
  /** As the address names it, by a tag or by its digest. */
  named: ArtifactPlace
  artifact: Artifact
  platform: ShownPlatform | undefined
}

/** What there is to see of an artifact, by its kind. What it does not hold has no tab. */
export function ArtifactTabs({ named, artifact, platform }: ArtifactTabsProps) {
  const { t } = useTranslation()
  const { tab: asked, platform: chosen } = route.useSearch()
  const { _splat: path = '' } = route.useParams()
  const { project, repository } = named
  const place: ArtifactPlace = { ...named, reference: artifact.digest }
  const { data: referrers = [] } = useQuery(referrersQuery(named))
  const isChart = artifact.type === 'CHART'
  const hasFiles = 'files' in artifact.addition_links
  const holds = (text: 'readme.md' | 'license') => isChart || text in artifact.addition_links
  const { data: readme } = useQuery({ ...textQuery(place, 'readme.md'), enabled: holds('readme.md') })
  const { data: license } = useQuery({ ...textQuery(place, 'license'), enabled: holds('license') })
  const { data: values } = useQuery({ ...textQuery(place, 'values.yaml'), enabled: isChart })
  const { data: files = [] } = useQuery({ ...filesQuery(place), enabled: hasFiles })
  const isImage = artifact.type === 'IMAGE'
  const ofPlatform = { ...place, reference: platform?.digest ?? place.reference }
  const there: Record<ArtifactTab, boolean> = {
    readme: typeof readme === 'string',
    license: typeof license === 'string',
    values: typeof values === 'string',
    dependencies: isChart,
    files: files.length > 0,
    layers: isImage,
    config: isImage || isChart,
    manifest: true,
    referrers: true,
    tags: true,
  }
  const names: Record<ArtifactTab, string> = {
    readme: t('artifactPage.tabs.readme'),
    license: t('artifactPage.tabs.license'),
    values: t('artifactPage.tabs.values'),
    dependencies: t('artifactPage.tabs.dependencies'),
    files: t('artifactPage.tabs.files'),
    layers: t('artifactPage.tabs.layers'),
    config: t('artifactPage.tabs.config'),
    manifest: t('artifactPage.tabs.manifest'),
    referrers: t('artifactPage.tabs.referrers', { number: referrers.length }),
    tags: t('artifactPage.tabs.tags'),
  }
  const order = [
    'readme',
    'layers',
    'files',
    'config',
    'values',
    'dependencies',
    'license',
    'manifest',
    'referrers',
    'tags',
  ] as const satisfies ArtifactTab[]
  const shown = order.filter((tab) => there[tab])
  const tab = shown.find((one) => one === asked) ?? shown[0]
  const tag = named.reference === artifact.digest ? undefined : named.reference
  const linkOf = (reference: string) => (
    <ArtifactLink project={project} repository={repository} reference={reference}>
      {reference}
    </ArtifactLink>
  )
  return (
    <>
      <Tabs label={t('artifactPage.sections')}>
        {shown.map((one) => (
          <Link
            key={one}
            to="/projects/$project/artifacts/$"
            params={{ project, _splat: path }}
            search={{ tab: one, platform: chosen }}
            resetScroll={false}
            className={one === tab ? activeTab.className : ''}
            aria-current={one === tab ? 'page' : undefined}
          >
            {names[one]}
          </Link>
        ))}
      </Tabs>
      <div className="section">
        {tab === 'layers' ? <LayersTab place={ofPlatform} /> : null}
        {tab === 'config' ? <ConfigTab place={ofPlatform} /> : null}
        {tab === 'manifest' ? <ManifestTab place={place} linkOf={linkOf} /> : null}
        {tab === 'referrers' ? <ReferrersTab place={named} linkOf={linkOf} /> : null}
        {tab === 'tags' ? (
          <TagsTab project={project} repository={repository} artifact={artifact} tag={tag} linkOf={linkOf} />
        ) : null}
        {tab === 'files' ? <FilesTab files={files} annotations={artifact.annotations ?? {}} /> : null}
        {tab === 'readme' ? (
          <Suspense fallback={<Skeleton active />}>
            <Markdown text={readme ?? ''} />
          </Suspense>
        ) : null}
        {tab === 'license' ? <TextTab text={license ?? ''} /> : null}
        {tab === 'values' ? <TextTab text={values ?? ''} /> : null}
        {tab === 'dependencies' ? <DependenciesTab place={place} /> : null}
      </div>
    </>
  )
}
