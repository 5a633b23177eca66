import { isPattern } from '@berth/contracts'
import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSettled } from '../components/use-settled'
import { Matches } from '../forms/matches'
import { matchingTagsQuery } from './tag-rules.queries'
import type { Selectors } from './selectors'

/** Tags that are there now and that the form's patterns are about. */
export function MatchingTags({ project }: { project: string }) {
  const form = Form.useFormInstance()
  const repositories = useSettled(Form.useWatch<Selectors['repositories'] | undefined>('repositories', form))
  const tags = useSettled(Form.useWatch<Selectors['tags'] | undefined>('tags', form))
  if (repositories === undefined || tags === undefined) return null
  if (!isPattern(repositories.pattern) || !isPattern(tags.pattern)) return null
  return <Found project={project} selectors={{ repositories, tags }} />
}

function Found({ project, selectors }: { project: string; selectors: Selectors }) {
  const { t } = useTranslation()
  const { data } = useQuery(matchingTagsQuery(project, selectors))
  if (data === undefined) return null
  const found = data.matched === 0 ? t('selector.matchesNone') : t('selector.matches', { count: data.matched })
  const lookedAt = data.is_complete ? '' : ` ${t('selector.lookedAt', { count: data.looked_at })}`
  return (
    <Matches
      text={`${found}${lookedAt}`}
      names={data.tags.slice(0, 12).map(({ repository, tag }) => `${repository}:${tag}`)}
    />
  )
}
