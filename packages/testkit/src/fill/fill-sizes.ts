/** How much {@link fillDatabase} makes. */
export interface FillSizes {
  readonly projects: number
  readonly repositories: number
  /** Made in groups of ten. */
  readonly artifacts: number
  readonly users: number
  readonly events: number
  /** Tasks of the largest run, and deliveries of one webhook. */
  readonly runs: number
}

/** A large installation: a million artifacts in ten thousand repositories, with two million tags and ten million events, and a hundred thousand tasks of a run. */
const LARGE: FillSizes = {
  projects: 500,
  repositories: 10_000,
  artifacts: 1_000_000,
  users: 5_000,
  events: 10_000_000,
  runs: 100_000,
}

/** A large installation times `scale`, as far as it stays one: some of each kind are always there. */
export function fillSizes(scale: number): FillSizes {
  const times = (count: number, least: number) => Math.max(least, Math.round(count * scale))
  return {
    projects: times(LARGE.projects, 5),
    repositories: times(LARGE.repositories, 10),
    artifacts: 10 * times(LARGE.artifacts / 10, 10),
    users: times(LARGE.users, 20),
    events: times(LARGE.events, 100),
    runs: times(LARGE.runs, 20),
  }
}
