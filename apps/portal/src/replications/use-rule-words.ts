import { useMemo } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Rule } from './replications.queries'

/** What a filter lets pass, in words. */
export const filterWords =
  (t: TFunction) =>
  ({ value: given, decoration }: Rule['filters'][number]): string => {
    const value = Array.isArray(given) ? given.join(', ') : given
    return decoration === 'excludes' ? t('replication.allBut', { value }) : value
  }

/** What a rule copies from where to where, and when, in words. */
export function useRuleWords() {
  const { t, i18n } = useTranslation()
  return useMemo(() => {
    const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
    const and = new Intl.ListFormat(i18n.language)
    const filter = (rule: Rule, type: string) => {
      const found = rule.filters.filter((one) => one.type === type)
      return found.length === 0 ? undefined : and.format(found.map(filterWords(t)))
    }
    const resources = { image: t('replication.resources.image'), artifact: t('replication.resources.artifact') }
    return {
      way: ({ src_registry: source, dest_registry: destination }: Rule) =>
        `${source.id === 0 ? t('replication.here') : source.name} → ${destination.id === 0 ? t('replication.here') : destination.name}`,
      what: (rule: Rule) => {
        const labels = filter(rule, 'label')
        const resource = filter(rule, 'resource')
        const kind = resource === 'image' || resource === 'artifact' ? resources[resource] : resource
        const names = filter(rule, 'name') ?? t('replication.everyRepository')
        const tags = filter(rule, 'tag')
        return [
          tags === undefined ? names : t('replication.tagsOf', { names, tags }),
          ...(labels === undefined ? [] : [t('replication.labelled', { labels })]),
          ...(kind === undefined ? [] : [kind]),
        ].join(' · ')
      },
      when: ({ trigger: { type, trigger_settings: settings }, replicate_deletion: deletes }: Rule) => {
        if (type === 'event_based') return deletes ? t('replication.withDeletions') : undefined
        if (settings.next_scheduled_time === undefined) return settings.cron
        return t('replication.next', { time: time.format(new Date(settings.next_scheduled_time)) })
      },
    }
  }, [t, i18n.language])
}
