import { serveThread } from '#integrations/thread.ts'
import { type KnownPage, readPage } from './page-facts.ts'

serveThread((files: readonly string[]): (KnownPage | undefined)[] => files.map(readPage))
