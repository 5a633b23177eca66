import {
  AppstoreOutlined,
  ContainerOutlined,
  EnterOutlined,
  FileOutlined,
  SearchOutlined,
  TagOutlined,
} from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useSettled } from '../components/use-settled'
import { readArtifactPath } from '../nav/artifact-path'
import type { PaletteEntry } from './entry'
import { type FoundItem, type FoundPlace, itemsOf, pageOf, shortReference } from './found'
import { parseReference } from './parse-reference'
import { existsQuery, LONGEST, searchAllQuery, tagSearchQuery } from './search.queries'
import { useMatchedWords } from './use-matched-words'

interface Found {
  entries: PaletteEntry[]
  error: Error | null
  searching: boolean
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

  const ways = useMatchedWords()
  const entries: PaletteEntry[] = []
  const add = (hint: string, icon: PaletteEntry['icon'], text: string, go: () => void) => {
    const id = `${hint} ${text}`
    if (!entries.some((entry) => entry.id === id)) entries.push({ id, icon, text, hint, go })
  }
  const open = (place: FoundPlace) => () => void navigate(pageOf(place))

  // What is not there, or not for the reader, leads nowhere.
  if (reference !== undefined && exists === true) {
    const { project, repository, tag, digest } = reference
    const suffix = digest === undefined ? (tag === undefined ? '' : `:${tag}`) : shortReference(digest)
    const icon = <EnterOutlined aria-hidden />
    add(
      t('palette.open'),
      icon,
      `${project}/${repository}${suffix}`,
      open({ project, repository, reference: digest ?? tag }),
    )
  }
  const tagIcon = <TagOutlined aria-hidden />
  if (isInside)
    for (const { name } of tags ?? [])
      add(
        t('palette.tag'),
        tagIcon,
        `${here}/${inside}:${name}`,
        open({ project: here, repository: inside, reference: name }),
      )
  if (data !== undefined) {
    const found = itemsOf(data)
    const addAll = (items: readonly FoundItem[], hint: (item: FoundItem) => string, icon: PaletteEntry['icon']) => {
      for (const item of items) add(hint(item), icon, item.text, open(item))
    }
    addAll(found.projects, () => t('palette.project'), <AppstoreOutlined aria-hidden />)
    addAll(found.repositories, () => t('palette.repository'), <ContainerOutlined aria-hidden />)
    addAll(found.tags, () => t('palette.tag'), tagIcon)
    addAll(found.artifacts, ({ matched = 'digest' }) => ways[matched], <FileOutlined aria-hidden />)
    if (Object.values(found).some((items) => items.length > 0))
      add(
        t('palette.page'),
        <SearchOutlined aria-hidden />,
        t('palette.all', { text: term }),
        () => void navigate({ to: '/search', search: { q: term } }),
      )
  }
  return { entries, error, searching: isFetching || text !== typed.trim() }
}
