import { join } from 'node:path'
import { linkPeers } from '../peer-packages.ts'
import { peer } from './peer.ts'
import type { Tool } from './tool.ts'

/** Eleventy, with Pagefind. Its templates are functions, the fastest of its languages. */
export function eleventy(corpus: string, folder: string): Tool {
  const options = {
    ...{ name: 'Eleventy, Pagefind', folder: 'eleventy', output: 'public', caches: ['.cache'] },
    ...{ pictures: 'pictures', related: '_includes/read-next.js' },
    article: (text: string) =>
      text.replace(/^publishedAt: (.*)/m, 'date: $1:00Z').replace(/^updatedAt: (.*)/m, 'updated: $1:00Z'),
  }
  const tool = peer({ ...options, command: ['npx', 'eleventy', '--quiet'] }, corpus, folder)
  return {
    ...tool,
    async prepare() {
      await tool.prepare()
      await linkPeers(join(folder, options.folder))
    },
  }
}
