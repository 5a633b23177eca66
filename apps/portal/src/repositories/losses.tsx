import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { shortDigest } from '../components/digest'
import { describeError } from '../errors/describe-error'
import styles from './bulk-bar.module.css'
import type { ArtifactTarget, Prospects } from './deletion.queries'
import { kindName } from './kind-name'

interface LossesProps extends Prospects {
  /** They may be of any repository of the project. */
  isMixed: boolean
  /** How long they can be restored; null: not at all, undefined: nobody knows. */
  time: string | null | undefined
  /** Whether they can be brought back; absent where the reader may not. */
  wayBack: string | undefined
}

/** What goes with some artifacts, what stays of them, what that frees, and which of them a rule keeps. */
export function Losses({ going, after, kept, isMixed, time, wayBack }: LossesProps) {
  const { t, i18n } = useTranslation()
  const nameOf = ({ repository, digest }: ArtifactTarget, tag?: string) => {
    const name = tag ?? shortDigest(digest)
    return isMixed ? `${repository}${tag === undefined ? '@' : ':'}${name}` : name
  }
  const namesOf = (target: ArtifactTarget, tags: readonly string[]) =>
    tags.length === 0 ? [nameOf(target)] : tags.map((tag) => nameOf(target, tag))
  const named = [
    ...going.flatMap(({ target, preview }) => namesOf(target, preview.tags)),
    ...after.flatMap((target) => namesOf(target, target.tags ?? [])),
  ]
  const sum = (of: (preview: (typeof going)[number]['preview']) => number) =>
    going.reduce((total, { preview }) => total + of(preview), 0)
  const tags = sum(({ tag_count: count }) => count) + after.flatMap((target) => target.tags ?? []).length
  const parts = sum(({ parts: count }) => count) - after.length
  const accessories = going.flatMap(({ preview }) => preview.accessories)
  const about = accessories.reduce((total, { count }) => total + count, 0)
  const kinds = new Intl.ListFormat(i18n.language).format(new Set(accessories.map(({ type }) => kindName(t, type))))
  const bytes = formatBytes(
    sum(({ frees }) => frees),
    i18n.language,
  )
  // What only some of them share is counted with none.
  const size = going.length + after.length === 1 ? bytes : t('deletion.atLeast', { size: bytes })
  return (
    <>
      <ul className={styles.going}>
        {named.map((name) => (
          <li key={name}>
            <Tag>{name}</Tag>
          </li>
        ))}
      </ul>
      <p>{t('deletion.artifacts', { count: going.length + after.length })}</p>
      <ul>
        <li>{tags === 0 ? t('deletion.noTags') : t('deletion.tags', { count: tags })}</li>
        {about === 0 ? null : <li>{t('deletion.about', { count: about, kinds })}</li>}
        {parts <= 0 ? null : <li>{t('deletion.parts', { count: parts })}</li>}
        <li>
          {time === undefined
            ? t('deletion.frees', { size })
            : time === null
              ? t('deletion.freesAtOnce', { size })
              : t('deletion.freesIn', { size, time })}
        </li>
      </ul>
      {kept.length === 0 ? null : (
        <>
          <p>{t('deletion.kept', { count: kept.length })}</p>
          <ul className={styles.kept}>
            {kept.map(({ target, reason }) => (
              <li key={`${target.repository} ${target.digest}`}>
                {nameOf(target)}: {describeError(t, reason).message}
              </li>
            ))}
          </ul>
        </>
      )}
      {wayBack === undefined ? null : <p>{wayBack}</p>}
    </>
  )
}
