import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'astro/zod'
import { cachesOf } from '#desk/caches.ts'
import { type NewsroomFolder, newsroomFolder } from '#desk/folder.ts'
import type { Shard } from './shard.ts'

/** What is asked of a build by its environment and its arguments; all paths are absolute. */
export interface BuildSettings {
  newsroom: NewsroomFolder
  /** Where the site is published; for a preview, the folder beside it is. */
  outDir: string
  /** Whether OUT_DIR says so: then the config may say nothing else. */
  isOutDirGiven: boolean
  /** Holds a workspace for each output folder. A preview's are its own, so that no later build finds in them what was held back. */
  workspaces: string
  /** Whether it is a preview edition, with drafts and scheduled articles: `npm run build -- --preview`. */
  preview: boolean
  /** Whether a site that has lost many pages may be published: `--accept-loss`, or ACCEPT_LOSS=true. */
  acceptLoss: boolean
  /** Whether every byte of what is used again, and of what is published, is read again: `--verify-all`, or VERIFY_ALL=true. */
  verifyAll: boolean
  /** The shard that is built; undefined for a build of the whole site. */
  shard: Shard | undefined
  /** Folders that shards have left, of which one site is made. */
  parts: string[]
}

const FLAG = z.string().optional()
const ENVIRONMENT = z
  .object({
    NEWSROOM: z.string().optional(),
    OUT_DIR: z.string().optional(),
    CACHE_DIR: z.string().optional(),
    ACCEPT_LOSS: FLAG,
    VERIFY_ALL: FLAG,
    SHARD: z.string().optional().transform(shardIn),
    PARTS: z.string().optional().transform(partsIn),
  })
  .refine(({ SHARD, PARTS }) => !SHARD || PARTS.length === 0, {
    message: 'SHARD makes a part and PARTS makes a site of parts: a build does one of them.',
  })

/** @throws Error that names each variable which cannot be used, with what it must be. */
export function buildSettings(
  env: NodeJS.ProcessEnv = process.env,
  argv: readonly string[] = process.argv,
): BuildSettings {
  const { data, error } = ENVIRONMENT.safeParse(env)
  if (!data) throw new Error(error.issues.map(({ message }) => message).join('\n'))
  const preview = argv.includes('--preview')
  return {
    newsroom: newsroomFolder(data.NEWSROOM || '.'),
    outDir: resolve(data.OUT_DIR || 'dist'),
    isOutDirGiven: Boolean(data.OUT_DIR),
    workspaces: join(cachesOf('.', env), preview ? 'preview' : 'build'),
    preview,
    acceptLoss: argv.includes('--accept-loss') || data.ACCEPT_LOSS === 'true',
    verifyAll: argv.includes('--verify-all') || data.VERIFY_ALL === 'true',
    shard: data.SHARD,
    parts: data.PARTS,
  }
}

/** `k/n` with 1 ≤ k ≤ n. */
function shardIn(text: string | undefined, context: z.RefinementCtx): Shard | undefined {
  if (!text) return undefined
  const [number, of] = /^[1-9]\d{0,3}\/[1-9]\d{0,3}$/.test(text) ? text.split('/').map(Number) : []
  if (number !== undefined && of !== undefined && number <= of) return { number, of }
  context.addIssue(`SHARD is "${text}", but must be the number of a shard and of how many: 1/4, say, or 4/4.`)
  return z.NEVER
}

/** The folders in the one that is named. */
function partsIn(text: string | undefined, context: z.RefinementCtx): string[] {
  if (!text) return []
  const parts = foldersIn(resolve(text))
  if (parts.length > 0) return parts
  context.addIssue(
    `PARTS is "${text}", where no folders are. Name the folder in which there is one for each shard, with what it has left.`,
  )
  return z.NEVER
}

function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries.flatMap((entry) => (entry.isDirectory() ? [join(folder, entry.name)] : [])).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
