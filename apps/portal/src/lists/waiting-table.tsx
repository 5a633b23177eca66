import { Skeleton, Table, type TableColumnsType } from 'antd'

const rows = Array.from({ length: 6 }, (_, row) => ({ row }))

/** The table to come, in its size, so that nothing jumps when the rows arrive. */
export function WaitingTable<T extends object>({ label, columns }: { label: string; columns: TableColumnsType<T> }) {
  return (
    <Table
      aria-label={label}
      aria-busy
      className="list-table"
      rowKey="row"
      dataSource={rows}
      pagination={false}
      columns={columns.map(({ key, title, align, width, responsive }) => ({
        ...(key === undefined ? {} : { key }),
        ...(align === undefined ? {} : { align }),
        ...(width === undefined ? {} : { width }),
        ...(responsive === undefined ? {} : { responsive }),
        title: typeof title === 'function' ? null : title,
        render: () => <Skeleton.Button active size="small" block />,
      }))}
    />
  )
}
