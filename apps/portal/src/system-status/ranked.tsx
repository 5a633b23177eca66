import { Link } from '@tanstack/react-router'

/** Rows of a ranking out of what has a size. */
export const bySize = (rows: readonly { name: string; size: number }[]) =>
  rows.map(({ name, size: value }) => ({ name, value }))

export function ToProject({ name }: { name: string }) {
  return (
    <Link to="/projects/$project/overview" params={{ project: name }}>
      {name}
    </Link>
  )
}

/** @param name with its project */
export function ToRepository({ name }: { name: string }) {
  const [project = '', ...rest] = name.split('/')
  return (
    <Link to="/projects/$project/repositories/$" params={{ project, _splat: rest.join('/') }}>
      {name}
    </Link>
  )
}
