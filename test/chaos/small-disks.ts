import { spawnSync } from 'node:child_process'
import { mkdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { isRoot } from './toxiproxy.js'

/** The folders of an installation that lie on disks of their own, so that each can be full while the others are not. */
export const disks = ['documents', 'postgres', 'temporal'] as const
export type Disk = (typeof disks)[number]

export interface SmallDisks {
  /** Leaves no room on a disk. */
  readonly fill: (disk: Disk) => void
  /** Gives it room again. */
  readonly empty: (disk: Disk) => void
  readonly unmount: () => void
}

/** Mounts a small disk for each folder, or says why it cannot. The installation must not have begun to use them. */
export const mountSmallDisks = (data: string): SmallDisks | string => {
  if (!isRoot()) return 'only root may mount a disk'
  const mounted: string[] = []
  const unmount = (): void => {
    for (const folder of mounted.splice(0)) spawnSync('umount', ['-l', folder])
  }
  for (const disk of disks) {
    const folder = join(data, disk)
    mkdirSync(folder, { recursive: true })
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${room},mode=0755`, 'tmpfs', folder]).status !== 0) {
      unmount()
      return 'the disks could not be mounted'
    }
    mounted.push(folder)
  }
  return {
    // What a disk may hold is set to what it holds: that fills it without writing a byte.
    fill: (disk) => fill(join(data, disk)),
    empty: (disk) => {
      const refused = resize(join(data, disk), room)
      if (refused !== undefined) throw new Error(refused)
    },
    unmount,
  }
}

/** Far more than a run writes; a disk in memory takes only what is written. */
const room = '1g'

const usedOn = (folder: string): number => {
  const { blocks, bfree, bsize } = statfsSync(folder)
  return (blocks - bfree) * bsize
}

/** Somebody may write between the look and the act, and a disk cannot be made smaller than what it holds. */
const fill = (folder: string): void => {
  let refused: string | undefined
  for (let turn = 0; turn < 20; turn += 1) {
    refused = resize(folder, String(usedOn(folder)))
    if (refused === undefined) return
  }
  throw new Error(refused)
}

/** Why the size could not be given; undefined: it was. */
const resize = (folder: string, size: string): string | undefined => {
  const { status, stderr } = spawnSync('mount', ['-o', `remount,size=${size}`, folder], { encoding: 'utf8' })
  return status === 0 ? undefined : `the disk ${folder} could not be given the size ${size}: ${stderr}`
}
