import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Flex, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/empty-state'
import { PageHeader } from '../components/page-header'
import { Panel } from '../components/panel'
import panels from '../components/panels.module.css'
import { usePageTitle } from '../components/use-page-title'
import { ErrorPanel } from '../errors/error-panel'
import { SearchBox } from '../lists/search-box'
import { useListSearch } from '../lists/use-list-search'
import { type FoundByKind, itemsOf, pageOf } from './found'
import { searchAllQuery } from './search.queries'
import { useMatchedWords } from './use-matched-words'

const route = getRouteApi('/shell/search')
/** Of one kind so many are on a page. */
const ROWS = 25

/** All that is called so, page by page: what the palette shows the beginning of. */
export function SearchPage() {
  const { t } = useTranslation()
  const [{ q = '', page = 1 }, change] = useListSearch(route)
  const { data, error, refetch } = useQuery(searchAllQuery(q, { page, rows: ROWS }))
  const hasMore = Object.values(data ?? {}).some((kind) => kind.more)
  usePageTitle(q === '' ? t('palette.title') : `${q} · ${t('palette.title')}`)
  return (
    <>
      <PageHeader title={t('palette.title')} lead={t('palette.lead')} />
      <Flex vertical gap={16}>
        <SearchBox
          label={t('palette.label')}
          value={q === '' ? undefined : q}
          onChange={(next) => change({ q: next, page: undefined })}
        />
        {error === null ? null : <ErrorPanel error={error} onRetry={refetch} />}
        {q === '' || error !== null ? null : data === undefined ? (
          <Skeleton active />
        ) : page > 1 && Object.values(itemsOf(data)).every((items) => items.length === 0) ? (
          <EmptyState
            title={t('list.pastEnd')}
            action={<Button onClick={() => change({ page: undefined })}>{t('palette.toFirst')}</Button>}
          />
        ) : (
          <Results data={data} />
        )}
        {page > 1 || hasMore ? (
          <Flex gap={8}>
            <Button disabled={page <= 1} onClick={() => change({ page: page === 2 ? undefined : page - 1 })}>
              {t('list.before')}
            </Button>
            <Button disabled={!hasMore} onClick={() => change({ page: page + 1 })}>
              {t('list.after')}
            </Button>
          </Flex>
        ) : null}
      </Flex>
    </>
  )
}

function Results({ data }: { data: FoundByKind }) {
  const { t } = useTranslation()
  const matched = useMatchedWords()
  const found = itemsOf(data)
  const kinds = [
    { key: 'projects', title: t('project.list') },
    { key: 'repositories', title: t('repository.list') },
    { key: 'tags', title: t('tag.list') },
    { key: 'artifacts', title: t('palette.artifacts') },
  ] as const
  const shown = kinds.filter(({ key }) => found[key].length > 0)
  if (shown.length === 0) return <EmptyState title={t('palette.nothing')} text={t('palette.noneText')} />
  return shown.map(({ key, title }) => (
    <Panel key={key} title={title}>
      <ul className={panels.rows}>
        {found[key].map((item) => (
          <li key={`${item.text} ${item.matched}`}>
            <Link {...pageOf(item)} className="strong-link">
              {item.text}
            </Link>
            {item.matched === undefined ? null : <span className="muted">{matched[item.matched]}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  ))
}
