import { DeleteOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useConfirmArtifactDelete } from '../repositories/use-confirm-artifact-delete'

interface DeleteArtifactProps {
  project: string
  repository: string
  digest: string
}

/** Deletes the artifact of the page with all its tags; what is left to look at then is its repository. */
export function DeleteArtifact({ project, repository, digest }: DeleteArtifactProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { ask, isLooking } = useConfirmArtifactDelete({
    project,
    repository,
    onGone: () => navigate({ to: '/projects/$project/repositories/$', params: { project, _splat: repository } }),
  })
  return (
    <Button
      danger
      icon={<DeleteOutlined aria-hidden />}
      loading={isLooking}
      onClick={() => void ask([{ repository, digest }])}
    >
      {t('deletion.action')}
    </Button>
  )
}
