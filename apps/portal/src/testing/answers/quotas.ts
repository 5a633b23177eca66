export const quota = (id: number, name: string, hard: number, used: number) => ({
  id,
  ref: { id, name, owner_name: 'uma' },
  hard: { storage: hard },
  used: { storage: used },
  creation_time: '2026-01-01T00:00:00.000Z',
  update_time: '2026-01-01T00:00:00.000Z',
})
