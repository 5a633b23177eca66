import { AppstoreOutlined, ContainerOutlined, EnterOutlined, FileOutlined, TagOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSettled } from '../components/use-settled'
import { artifactPath, readArtifactPath } from '../nav/artifact-path'
import type { PaletteEntry } from './entry'
import { parseReference } from './parse-reference'
import { existsQuery, LONGEST, searchAllQuery, tagSearchQuery } from './search.queries'

const short = (digest: string) => `@${digest.slice(0, 19)}…`

interface Found {
  entries: PaletteEntry[]
  error: Error | null
  searching: boolean
  /** There is more of some kind than is shown. */
  more: boolean
}

/** What `typed` names: the pasted reference first, then tags of the repository that is open, then whatever is called so. */
export function useFound(typed: string): Found {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const text = useSettled(typed.trim())
  const reference = parseReference(text)
  const term = (reference?.repository ?? text).slice(0, LONGEST)
  const { project: here = '', _splat = '' } = useParams({ strict: false })
  const { repository: inside } = readArtifactPath(_splat)
  const isInside = inside !== '' && term !== '' && reference === undefined
  const { data, error, isFetching } = useQuery(searchAllQuery(term))
  const { data: tags } = useQuery({
    ...tagSearchQuery({ project: here, repository: inside }, term),
    enabled: isInside,
  })
  const wanted = { project: '', repository: '', ...reference, reference: reference?.digest ?? reference?.tag }
  const { data: exists } = useQuery({ ...existsQuery(wanted), enabled: reference !== undefined })

  const ways = {
    digest: t('palette.by.digest'),
    label: t('palette.by.label'),
    annotation: t('palette.by.annotation'),
  }
  const entries: PaletteEntry[] = []
  const add = (hint: string, icon: PaletteEntry['icon'], text: string, go: () => void) => {
    const id = `${hint} ${text}`
    if (!entries.some((entry) => entry.id === id)) entries.push({ id, icon, text, hint, go })
  }
  const open = (project: string, repository: string, artifact?: string) => () =>
    void (artifact === undefined
      ? navigate({ to: '/projects/$project/repositories/$', params: { project, _splat: repository } })
      : navigate({
          to: '/projects/$project/artifacts/$',
          params: { project, _splat: artifactPath(repository, artifact) },
        }))
  const within = (name: string, project: string) => name.slice(project.length + 1)

  // What is not there, or not for the reader, leads nowhere.
  if (reference !== undefined && exists === true) {
    const { project, repository, tag, digest } = reference
    const suffix = digest === undefined ? (tag === undefined ? '' : `:${tag}`) : short(digest)
    const icon = <EnterOutlined aria-hidden />
    add(t('palette.open'), icon, `${project}/${repository}${suffix}`, open(project, repository, digest ?? tag))
  }
  const tagIcon = <TagOutlined aria-hidden />
  if (isInside)
    for (const { name } of tags ?? [])
      add(t('palette.tag'), tagIcon, `${here}/${inside}:${name}`, open(here, inside, name))
  for (const { name } of data?.projects.rows ?? [])
    add(
      t('palette.project'),
      <AppstoreOutlined aria-hidden />,
      name,
      () => void navigate({ to: '/projects/$project/overview', params: { project: name } }),
    )
  for (const { name, project_name: project } of data?.repositories.rows ?? [])
    add(t('palette.repository'), <ContainerOutlined aria-hidden />, name, open(project, within(name, project)))
  for (const { name, repository_name: repository, project_name: project } of data?.tags.rows ?? [])
    add(t('palette.tag'), tagIcon, `${repository}:${name}`, open(project, within(repository, project), name))
  for (const { digest, repository_name: repository, project_name: project, matched, tag } of data?.artifacts.rows ??
    []) {
    // By a digest somebody wants just that artifact, whatever its tags come to mean.
    const byDigest = matched === 'digest' || tag === null
    const text = `${repository}${byDigest ? short(digest) : `:${tag}`}`
    const target = open(project, within(repository, project), byDigest ? digest : tag)
    add(ways[matched], <FileOutlined aria-hidden />, text, target)
  }
  const more = data !== undefined && Object.values(data).some((kind) => kind.more)
  return { entries, error, searching: isFetching || text !== typed.trim(), more }
}
