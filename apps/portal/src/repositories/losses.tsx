import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatBytes } from '../components/byte-size'
import { shortDigest } from '../components/digest'
import { describeError } from '../errors/describe-error'
import styles from './bulk-bar.module.css'
import type { ArtifactTarget, Prospects } from './deletion.queries'
import { kindName } from './kind-name'

interface LossesProps extends Prospects {
  /** Whether they can be brought back; absent where the reader may not. */
  wayBack: string | undefined
}

/** What goes with some artifacts, what stays of them, what that frees, and which of them a rule keeps. */
export function Losses({ going, kept, wayBack }: LossesProps) {
  const { t, i18n } = useTranslation()
  const repositories = new Set([...going, ...kept].map(({ target }) => target.repository))
  const nameOf = ({ repository, digest }: ArtifactTarget, tag?: string) => {
    const name = tag ?? shortDigest(digest)
    return repositories.size === 1 ? name : `${repository}${tag === undefined ? '@' : ':'}${name}`
  }
  const named = going.flatMap(({ target, preview: { tags } }) =>
    tags.length === 0 ? [nameOf(target)] : tags.map((tag) => nameOf(target, tag)),
  )
  const sum = (of: (preview: (typeof going)[number]['preview']) => number) =>
    going.reduce((total, { preview }) => total + of(preview), 0)
  const tags = sum(({ tag_count: count }) => count)
  const parts = sum(({ parts: count }) => count)
  const accessories = going.flatMap(({ preview }) => preview.accessories)
  const about = accessories.reduce((total, { count }) => total + count, 0)
  const kinds = new Intl.ListFormat(i18n.language).format(new Set(accessories.map(({ type }) => kindName(t, type))))
  return (
    <>
      <ul className={styles.going}>
        {named.map((name) => (
          <li key={name}>
            <Tag>{name}</Tag>
          </li>
        ))}
      </ul>
      <p>{t('deletion.artifacts', { count: going.length })}</p>
      <ul>
        <li>{tags === 0 ? t('deletion.noTags') : t('deletion.tags', { count: tags })}</li>
        {about === 0 ? null : <li>{t('deletion.about', { count: about, kinds })}</li>}
        {parts === 0 ? null : <li>{t('deletion.parts', { count: parts })}</li>}
        <li>
          {t('deletion.frees', {
            size: formatBytes(
              sum(({ frees }) => frees),
              i18n.language,
            ),
          })}
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
