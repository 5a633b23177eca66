import { execFileSync } from 'node:child_process'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf, parseRepositoryName, parseTag } from '@berth/oci'
import { temporaryFolder } from '@berth/testkit'
import { expect, it } from 'vitest'
import { findBroken } from './find-broken.js'
import { LayoutPaths } from './paths.js'

const digest = digestOf(Buffer.from('something'))

it.each([
  ['a folder', (link: string) => mkdir(link)],
  ['a link to itself', (link: string) => symlink('link', link)],
  ['a link to nothing', (link: string) => symlink('/nowhere', link)],
  ['a pipe that nobody writes to', async (link: string) => void execFileSync('mkfifo', [link])],
  ['a device without end', (link: string) => symlink('/dev/zero', link)],
  ['three times as long as Node.js reads', async (link: string) => void execFileSync('truncate', ['-s', '6G', link])],
])('names a tag and a manifest whose link is %s, and goes on', async (_, make) => {
  await using folder = await temporaryFolder('broken')
  const paths = new LayoutPaths(folder.path)
  const [name, last] = [parseRepositoryName('a/app'), parseRepositoryName('b/app')]
  const put = async (at: string, write = (link: string): Promise<unknown> => writeFile(link, digest)) => {
    await mkdir(at, { recursive: true })
    await write(join(at, 'link'))
  }
  await put(paths.revision(name, digest), make)
  await put(paths.tagCurrent(name, parseTag('v1')), make)
  await put(paths.tagCurrent(last, parseTag('v1')))
  const found: string[] = []
  for await (const one of findBroken(paths)) found.push(`${one.name}: ${one.why}`)
  expect(found).toEqual([
    `a/app@${digest}: its link holds no digest`,
    'a/app:v1: its link holds no digest',
    `b/app:v1: ${digest}, which it names, is not there`,
  ])
})

it('names what lies where a repository would, and is in no list', async () => {
  await using folder = await temporaryFolder('broken')
  const paths = new LayoutPaths(folder.path)
  await mkdir(join(paths.repositories, 'a/app.BAK/_manifests'), { recursive: true })
  await mkdir(join(paths.repositories, 'lost+found/notes'), { recursive: true })
  await writeFile(join(paths.repositories, 'a/other'), '')
  const found: string[] = []
  for await (const one of findBroken(paths)) found.push(`${one.name}: ${one.why}`)
  expect(found.toSorted()).toEqual([
    `${paths.repositories}/a/app.BAK: it has a name that no repository has`,
    `${paths.repositories}/a/other: it is no folder and leads to none`,
  ])
})
