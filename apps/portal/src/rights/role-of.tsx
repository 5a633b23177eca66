import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { roleName } from '../session/role-name'
import { rolesQuery } from './roles.queries'

/** Ids of roles that administrators have made begin here. */
const OWN = 100

/** The role with this id, as people call it; what else to say where there is none. */
export function RoleOf({ id, none }: { id: number; none?: ReactNode }) {
  const { t } = useTranslation()
  const { data } = useQuery({ ...rolesQuery, enabled: id >= OWN })
  if (id === 0) return none
  return roleName(t, { id }) ?? data?.items.find((role) => role.id === id)?.name
}
