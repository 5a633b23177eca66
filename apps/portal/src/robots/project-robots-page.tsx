import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useListSearch } from '../lists/use-list-search'
import { RobotList } from './robot-list'

const route = getRouteApi('/shell/projects/$project/robots')

export function ProjectRobotsPage() {
  const { project } = route.useParams()
  const [search, change] = useListSearch(route)
  const owner = useMemo(() => ({ project }), [project])
  return <RobotList owner={owner} search={search} onSearch={change} />
}
