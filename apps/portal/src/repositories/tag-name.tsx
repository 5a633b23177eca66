import { useTranslation } from 'react-i18next'
import { shortDigest } from '../components/digest'
import { Small } from '../lists/columns'
import { accessoryTag } from './accessory-tag'
import type { RepositoryTag } from './repositories.queries'

interface TagNameProps {
  tag: RepositoryTag
  onOpen: (digest: string) => void
}

/** A tag by its name; a signature or the like by what it is, and of what: its name says that in 75 characters. */
export function TagName({ tag: { name, digest }, onOpen }: TagNameProps) {
  const { t } = useTranslation()
  const accessory = accessoryTag(name)
  return (
    <>
      <button
        type="button"
        className="link-button strong-link"
        aria-label={name}
        {...(accessory === undefined ? {} : { 'data-tip': name })}
        onClick={() => onOpen(digest)}
      >
        {accessory === undefined ? name : t(`tag.accessory.${accessory.kind}`)}
      </button>
      {accessory === undefined ? null : <Small>{t('tag.of', { digest: shortDigest(accessory.digest) })}</Small>}
    </>
  )
}
