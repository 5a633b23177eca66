import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Digest } from '../components/digest'
import type { Column } from '../lists/column'
import { nameColumn, sizeColumn, Small } from '../lists/columns'
import { ListTable } from '../lists/list-table'
import type { filesQuery } from './artifacts.queries'
import { Pairs } from './pairs'

type File = Awaited<ReturnType<NonNullable<ReturnType<typeof filesQuery>['queryFn']>>>[number]
type Row = File & { place: number }

interface FilesTabProps {
  files: File[]
  annotations: Record<string, string>
}

/** What an artifact of any kind holds, and what its maker says of it. */
export function FilesTab({ files, annotations }: FilesTabProps) {
  const { t } = useTranslation()
  // Nothing keeps two files from having one name.
  const rows = useMemo(() => files.map((file, place) => ({ ...file, place })), [files])
  const columns = useMemo(
    (): Column<Row>[] => [
      nameColumn<Row>({
        key: 'name',
        title: t('artifactPage.files.name'),
        cell: ({ name, type, media_type: mediaType }) => (
          <>
            <span className="wrap">{type === 'directory' ? `${name}/` : name}</span>
            <Small>{mediaType}</Small>
          </>
        ),
      }),
      { key: 'digest', title: t('tag.digest'), from: 'md', cell: ({ digest }) => <Digest digest={digest} /> },
      sizeColumn<Row>({ key: 'size', title: t('tag.size'), bytes: ({ size }) => size }),
    ],
    [t],
  )
  return (
    <>
      <ListTable label={t('artifactPage.tabs.files')} columns={columns} rowKey="place" rows={rows} />
      <Pairs title={t('artifactPage.annotations')} pairs={Object.entries(annotations)} />
    </>
  )
}
