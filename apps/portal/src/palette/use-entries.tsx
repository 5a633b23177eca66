import { AppstoreOutlined, ContainerOutlined, EnterOutlined, TagOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useDeferredValue, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { artifactPath, readArtifactPath } from '../nav/artifact-path'
import { pagesAt } from '../nav/pages'
import { useRights } from '../session/rights.queries'
import { parseReference } from './parse-reference'
import { existsQuery, globalSearchQuery, tagSearchQuery } from './search.queries'

export interface PaletteEntry {
  id: string
  icon: ReactNode
  text: string
  hint: string
  go: () => void
}

const limit = 8

/** What the palette offers for `text`: pages while it is empty, then the pasted reference, tags of the open repository, projects, repositories. */
export function useEntries(text: string): { entries: PaletteEntry[]; error: Error | null; searching: boolean } {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { may } = useRights('system')
  const reference = parseReference(text)
  const term = useDeferredValue(reference?.repository ?? text.trim())
  const { data, error, isFetching } = useQuery(globalSearchQuery(term))
  const { project: here = '', _splat = '' } = useParams({ strict: false })
  const { repository: inside } = readArtifactPath(_splat)
  const place = { project: here, repository: inside }
  const isInside = inside !== '' && term !== '' && reference === undefined
  const isDigest = /^sha256:[0-9a-f]{64}$/.test(term)
  const { data: tags = [] } = useQuery({ ...tagSearchQuery(place, term), enabled: isInside && !isDigest })
  // A digest alone names something in the repository that is open.
  const wanted =
    reference === undefined
      ? { ...place, reference: term }
      : { ...reference, reference: reference.digest ?? reference.tag }
  const { data: exists } = useQuery({
    ...existsQuery(wanted),
    enabled: reference !== undefined || (isInside && isDigest),
  })

  if (text.trim() === '') {
    const pages = pagesAt(may, 'main', 'administration', 'account').map(({ to, icon: Icon, title }) => ({
      id: to,
      icon: <Icon aria-hidden />,
      text: title(t),
      hint: t('palette.page'),
      go: () => void navigate({ to }),
    }))
    return { entries: pages, error: null, searching: false }
  }

  const open = (project: string, repository: string, artifact?: string) =>
    void (artifact === undefined
      ? navigate({ to: '/projects/$project/repositories/$', params: { project, _splat: repository } })
      : navigate({
          to: '/projects/$project/artifacts/$',
          params: { project, _splat: artifactPath(repository, artifact) },
        }))

  const entries: PaletteEntry[] = []
  if (isInside && isDigest && exists === true)
    entries.push({
      id: 'digest',
      icon: <EnterOutlined aria-hidden />,
      text: `${here}/${inside}@${term.slice(0, 19)}…`,
      hint: t('palette.open'),
      go: () => open(here, inside, term),
    })
  if (isInside && !isDigest)
    for (const { name } of tags)
      entries.push({
        id: `tag ${name}`,
        icon: <TagOutlined aria-hidden />,
        text: `${inside}:${name}`,
        hint: t('palette.tag'),
        go: () => open(here, inside, name),
      })
  // What is not there, or not for the reader, leads nowhere.
  if (reference !== undefined && exists === true) {
    const { project, repository, tag, digest } = reference
    const suffix = digest === undefined ? (tag === undefined ? '' : `:${tag}`) : `@${digest.slice(0, 19)}…`
    entries.push({
      id: 'reference',
      icon: <EnterOutlined aria-hidden />,
      text: `${project}/${repository}${suffix}`,
      hint: t('palette.open'),
      go: () => open(project, repository, digest ?? tag),
    })
  }
  for (const { name } of data?.project.slice(0, limit) ?? [])
    entries.push({
      id: `project ${name}`,
      icon: <AppstoreOutlined aria-hidden />,
      text: name,
      hint: t('palette.project'),
      go: () => void navigate({ to: '/projects/$project', params: { project: name } }),
    })
  for (const { repository_name: name, project_name: project } of data?.repository.slice(0, limit) ?? [])
    entries.push({
      id: `repository ${name}`,
      icon: <ContainerOutlined aria-hidden />,
      text: name,
      hint: t('palette.repository'),
      go: () => open(project, name.slice(project.length + 1)),
    })
  return { entries, error, searching: isFetching }
}
