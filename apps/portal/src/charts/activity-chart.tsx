import { useTranslation } from 'react-i18next'
import styles from './activity-chart.module.css'

interface Day {
  /** `2026-01-31`, in UTC. */
  day: string
  pushes: number
  pulls: number
}

const kinds = ['pulls', 'pushes'] as const

/** Pulls and pushes of each day. Each has a measure of its own, for images are pulled far more often than pushed. */
export function ActivityChart({ days }: { days: readonly Day[] }) {
  const { t, i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language)
  const date = new Intl.DateTimeFormat(i18n.language, { month: 'short', day: 'numeric', timeZone: 'UTC' })
  const nameOf = (day: string) => date.format(new Date(day))
  const [first, last] = [days.at(0), days.at(-1)]
  return (
    <div className={styles.chart}>
      {kinds.map((kind) => {
        const most = Math.max(1, ...days.map((day) => day[kind]))
        const total = number.format(days.reduce((sum, day) => sum + day[kind], 0))
        return (
          <figure key={kind}>
            <figcaption>
              {t(`chart.${kind}`)} <strong>{total}</strong>
            </figcaption>
            <div className={styles.bars} data-kind={kind} role="img" aria-label={t(`chart.${kind}InAll`, { total })}>
              {days.map((day) => (
                <span key={day.day} data-tip={`${nameOf(day.day)}: ${number.format(day[kind])}`}>
                  <i style={{ height: `${(day[kind] / most) * 100}%` }} />
                </span>
              ))}
            </div>
          </figure>
        )
      })}
      {first === undefined || last === undefined ? null : (
        <p className={styles.ends} aria-hidden="true">
          <span>{nameOf(first.day)}</span>
          <span>{nameOf(last.day)}</span>
        </p>
      )}
      <p className={styles.ends}>{t('chart.delay')}</p>
      <details>
        <summary>{t('chart.asTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('chart.day')}</th>
              {kinds.map((kind) => (
                <th scope="col" key={kind}>
                  {t(`chart.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.toReversed().map((day) => (
              <tr key={day.day}>
                <th scope="row">{nameOf(day.day)}</th>
                {kinds.map((kind) => (
                  <td key={kind}>{number.format(day[kind])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}
