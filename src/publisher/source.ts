import type { Reason } from './publications.ts'

/** A commit, as far as a desk wants to know of it. */
export interface Commit {
  /** Its full name. */
  id: string
  /** Its message's first line, and who has written it. */
  subject: string
  author: string
}

/** The newsroom's folder holds what is to be published. */
export interface Ready {
  state: 'ready'
  /** What is published; undefined where that is no commit. */
  commit?: Commit | undefined
  /** Whether it is an older commit, as the newest was refused or cannot be had. */
  isOlder?: boolean
  /** What is wrong though this can be published, for the desk: the repository cannot be reached, say. */
  trouble?: string | undefined
}

/** Nothing has to be published: the folder holds what was published last, or what was refused last. */
export interface Unchanged {
  state: 'unchanged'
  trouble?: string | undefined
}

/** Nothing can be published, and why: for the desk. */
export interface Unavailable {
  state: 'unavailable'
  message: string
}

/** Where the newsroom comes from. */
export interface Source {
  /** Makes the folder ready. It does not reject. */
  prepare(reasons: ReadonlySet<Reason>): Promise<Ready | Unchanged | Unavailable>
  /**
   * Is told what came of what `prepare` has made ready. It does not reject.
   * @returns whether the folder holds what was published last again, after another was refused
   */
  settled(outcome: 'published' | 'refused' | 'failed'): Promise<{ fellBack: boolean }>
}
