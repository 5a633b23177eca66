import { useTranslation } from 'react-i18next'
import { shortDigest } from '../components/digest'
import { Small } from '../lists/columns'
import { accessoryTag } from './accessory-tag'
import { ArtifactLink } from './artifact-link'

interface TagNameProps {
  project: string
  repository: string
  name: string
}

/** A tag by its name; a signature or the like by what it is, and of what: its name says that in 75 characters. */
export function TagName({ project, repository, name }: TagNameProps) {
  const { t } = useTranslation()
  const accessory = accessoryTag(name)
  return (
    <>
      <ArtifactLink
        project={project}
        repository={repository}
        reference={name}
        className="strong-link"
        aria-label={name}
        {...(accessory === undefined ? {} : { 'data-tip': name })}
      >
        {accessory === undefined ? name : t(`tag.accessory.${accessory.kind}`)}
      </ArtifactLink>
      {accessory === undefined ? null : <Small>{t('tag.of', { digest: shortDigest(accessory.digest) })}</Small>}
    </>
  )
}
