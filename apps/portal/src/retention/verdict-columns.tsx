import { Tag } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Digest } from '../components/digest'
import type { Column } from '../lists/column'
import { nameColumn, OnNarrow, sizeColumn, Small, timeColumn } from '../lists/columns'
import type { Verdict } from './retention.queries'

const reasons = ['tag-rule', 'part-of-index', 'changed', 'not-in-preview', 'brake', 'refused'] as const

export function useVerdictColumns(): Column<Verdict>[] {
  const { t } = useTranslation()
  return useMemo(() => {
    const why = ({ kept_by: rules, because }: Verdict) => {
      if (rules.length > 0) return t('retention.byRules', { rules: rules.join(t('rights.comma')) })
      const known = reasons.find((reason) => reason === because)
      return known === undefined ? (because ?? t('retention.byNoRule')) : t(`retention.because.${known}`)
    }
    const reason = (row: Verdict) => (
      <>
        {why(row)}
        {row.detail === null ? null : <Small wraps>{row.detail}</Small>}
      </>
    )
    return [
      nameColumn<Verdict>({
        key: 'id',
        title: t('retention.artifact'),
        cell: (row) => (
          <>
            <span>
              <strong>{row.repository}</strong>{' '}
              {row.tags.slice(0, 4).map((tag) => (
                <Tag key={tag}>{tag}</Tag>
              ))}
              {row.tag_count > 4 ? <Small>{t('retention.moreTags', { count: row.tag_count - 4 })}</Small> : null}
            </span>
            <Digest digest={row.digest} />
          </>
        ),
      }),
      {
        key: 'outcome',
        title: t('retention.outcome'),
        cell: (row) => (
          <>
            <Tag>{t(`retention.outcomes.${row.outcome}`)}</Tag>
            <OnNarrow below="sm">
              <div>{reason(row)}</div>
            </OnNarrow>
          </>
        ),
      },
      { key: 'why', title: t('retention.why'), from: 'sm', cell: reason },
      timeColumn<Verdict>({
        key: 'push_time',
        title: t('retention.pushed'),
        from: 'lg',
        value: (row) => row.push_time,
      }),
      sizeColumn<Verdict>({ key: 'size', title: t('retention.size'), from: 'md', bytes: (row) => row.size }),
    ]
  }, [t])
}
