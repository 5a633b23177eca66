import { mkdir, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { succeed } from '../clients/command.js'
import type { Installation } from './installation.js'

const MIB = 2 ** 20
/** Free on the new disk: with it, the reserve that uploads leave is 256 MiB, as on all of 1.25 to 5 GiB. */
const ROOM = 1500 * MIB

/** A disk of its own below an installation's data, in place of theirs, until it is disposed of. */
export interface SmallDisk extends AsyncDisposable {
  free(): Promise<number>
  /** Takes what is free, but for so many bytes. */
  leave(bytes: number): Promise<void>
}

/** Stops the installation, moves it to a disk with little room and starts it; disposing leads back to the data as they were. */
export async function moveToSmallDisk(installation: Installation, folder: string): Promise<SmallDisk> {
  const { dataVolume } = installation.plan
  const [image, at] = [join(folder, 'small-disk.ext4'), join(folder, 'small-disk')]
  await installation.stop()
  const used = Number((await succeed('du', ['-sx', '--block-size=1', dataVolume])).split('\t')[0])
  await mkdir(at)
  // A tenth more for blocks and inodes of a file system of its own.
  await succeed('truncate', ['-s', String(Math.ceil(used * 1.1) + ROOM), image])
  await succeed('mkfs.ext4', ['-q', '-m', '0', '-i', '8192', image])
  await succeed('mount', ['-o', 'loop', image, at])
  await succeed('cp', ['-a', `${dataVolume}/.`, at])
  await succeed('umount', [at])
  await succeed('mount', ['-o', 'loop', image, dataVolume])
  await installation.start()
  const ballast = join(dataVolume, 'ballast')
  const free = async () => {
    const { bavail, bsize } = await statfs(dataVolume)
    return bavail * bsize
  }
  return {
    free,
    async leave(bytes) {
      await rm(ballast, { force: true })
      await succeed('fallocate', ['-l', String((await free()) - bytes), ballast])
    },
    async [Symbol.asyncDispose]() {
      await installation.stop()
      await succeed('umount', [dataVolume])
      await rm(image)
      await installation.start()
    },
  }
}
