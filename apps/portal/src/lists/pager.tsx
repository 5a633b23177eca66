import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Select } from '../components/select'
import { defaultSize, type ListSearch, pageSizes, pagerNumbers } from './list-state'
import styles from './pager.module.css'

interface PagerProps {
  total: number
  search: ListSearch
  onChange: (patch: Pick<ListSearch, 'page' | 'size'>) => void
}

/** The length of a list, its pages, and how many rows one has. */
export function Pager({ total, search, onChange }: PagerProps) {
  const { t } = useTranslation()
  const page = search.page ?? 1
  const size = search.size ?? defaultSize
  const last = Math.max(1, Math.ceil(total / size))
  const goTo = (next: number) => onChange({ page: next === 1 ? undefined : next })
  return (
    <nav className={styles.pager} aria-label={t('list.pages')}>
      <span className={styles.total}>{t('list.total', { count: total })}</span>
      <button type="button" aria-label={t('list.before')} disabled={page <= 1} onClick={() => goTo(page - 1)}>
        <LeftOutlined aria-hidden />
      </button>
      {pagerNumbers(page, last).map((number, at) =>
        number === undefined ? (
          <span key={`gap ${at < 2 ? 'before' : 'after'}`} aria-hidden="true">
            …
          </span>
        ) : (
          <button
            key={number}
            type="button"
            aria-label={t('list.page', { page: number })}
            aria-current={number === page ? 'page' : undefined}
            onClick={() => goTo(number)}
          >
            {number}
          </button>
        ),
      )}
      <button type="button" aria-label={t('list.after')} disabled={page >= last} onClick={() => goTo(page + 1)}>
        <RightOutlined aria-hidden />
      </button>
      {total > defaultSize && pageSizes.includes(size) ? (
        <Select
          label={t('list.size')}
          value={size}
          options={pageSizes.map((value) => ({ value, label: t('list.perPage', { size: value }) }))}
          onChange={(next) => onChange({ size: next === defaultSize ? undefined : next, page: undefined })}
        />
      ) : null}
    </nav>
  )
}
