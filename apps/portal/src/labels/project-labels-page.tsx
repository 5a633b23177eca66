import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useListSearch } from '../lists/use-list-search'
import { LabelList } from './label-list'

const route = getRouteApi('/shell/projects/$project/labels')

export function ProjectLabelsPage() {
  const { project } = route.useParams()
  const [search, change] = useListSearch(route)
  const owner = useMemo(() => ({ project }), [project])
  return <LabelList owner={owner} search={search} onSearch={change} />
}
