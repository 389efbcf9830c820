import { fillRelease } from './fill-release.ts'
import { serveThread } from './thread.ts'

serveThread((order: Parameters<typeof fillRelease>): string[] => fillRelease(...order))
