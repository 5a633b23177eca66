import { CloseOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LabelChip } from '../components/label-chip'
import { Select } from '../components/select'
import { useErrorNotice } from '../errors/use-error-notice'
import { labelChoicesQuery, useArtifactLabels } from '../repositories/artifact-labels.queries'
import { useRights } from '../session/rights.queries'
import styles from './artifact-labels.module.css'
import type { Artifact, ArtifactPlace } from './artifacts.queries'

/** The labels of an artifact; whoever may, puts them on it and takes them off. */
export function ArtifactLabels({ place, artifact }: { place: ArtifactPlace; artifact: Artifact }) {
  const { t } = useTranslation()
  const { project, repository } = place
  const { may } = useRights({ project, repository })
  const onError = useErrorNotice()
  const { add, remove } = useArtifactLabels(project, repository, artifact.digest)
  const [isReached, setReached] = useState(false)
  const mayAdd = may('artifact-label:create')
  const { data: choices = [] } = useQuery({ ...labelChoicesQuery(project), enabled: isReached })
  const labels = artifact.labels ?? []
  if (labels.length === 0 && !mayAdd) return null
  const free = choices.filter(({ id }) => !labels.some((label) => label.id === id))
  return (
    <div className={styles.labels}>
      {labels.map(({ id, name, color }) => (
        <span key={id} className={styles.label}>
          <LabelChip name={name} color={color} />
          {may('artifact-label:delete') ? (
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={t('artifactPage.labels.remove', { name })}
              data-tip={t('artifactPage.labels.remove', { name })}
              onClick={() => remove.mutate(id, { onError })}
            />
          ) : null}
        </span>
      ))}
      {mayAdd ? (
        <Select
          label={t('artifactPage.labels.add')}
          value={0}
          options={[
            { value: 0, label: t('artifactPage.labels.add') },
            ...free.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onReach={() => setReached(true)}
          onChange={(id) => add.mutate(id, { onError })}
        />
      ) : null}
    </div>
  )
}
