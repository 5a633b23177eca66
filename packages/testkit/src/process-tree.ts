import { readFile } from 'node:fs/promises'

/** A process and all its descendants, parents first. @throws {Error} where there is no such process */
export async function processTree(pid: number): Promise<number[]> {
  const children = await childrenOf(pid)
  const below = await Promise.all(children.map((child) => processTree(child).catch(() => [])))
  return [pid, ...below.flat()]
}

/** Ids of a process's children, oldest first. */
export async function childrenOf(pid: number): Promise<number[]> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return children.trim().split(' ').filter(Boolean).map(Number)
}
