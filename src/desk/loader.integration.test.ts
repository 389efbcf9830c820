import { EventEmitter } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LoaderContext } from 'astro/loaders'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { articleFile, SITE, STAFF, temporaryNewsroom } from '../../tests/support/temporary-newsroom.ts'
import type { NewsroomFolder } from './folder.ts'
import { newsroomLoaders } from './loader.ts'
import { openBridge } from '#build/bridge.ts'
import { NewsroomError } from './problem.ts'
import { COLLECTIONS } from './read-newsroom.ts'
import { contentDigest } from '#cache/content-digest.ts'

/** Far more than a change takes, for machines with other things to do. */
const SOON = { timeout: 30_000 }

interface Entry {
  id: string
  data: Record<string, unknown>
  filePath?: string
  digest?: string
}

beforeEach(() => {
  // 4 July 2025, 22:13 in Jakarta
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2025, 6, 4, 15, 13) / 1000))
})

afterEach(() => {
  vi.unstubAllEnvs()
})

/** What Astro gives to a loader, as far as ours uses it. */
function contextFor(folder: NewsroomFolder, { editing = false } = {}) {
  const entries = new Map<string, Entry>()
  const parsed: string[] = []
  const logged: string[] = []
  const warned: string[] = []
  const watcher = editing ? Object.assign(new EventEmitter(), { add: vi.fn() }) : undefined
  const context = {
    store: {
      get: (id: string) => entries.get(id),
      set: (entry: Entry) => entries.set(entry.id, entry),
      delete: (id: string) => entries.delete(id),
      keys: () => [...entries.keys()],
    },
    meta: new Map<string, string>(),
    logger: {
      error: (message: string) => logged.push(message),
      warn: (message: string) => warned.push(message),
    },
    config: { root: pathToFileURL(`${folder.root}/`) },
    generateDigest: (text: string) => text,
    parseData: async ({ id, data }: Entry) => {
      parsed.push(id)
      return data
    },
    watcher,
  } as unknown as LoaderContext
  return { context, entries, parsed, logged, warned, watcher, slugs: () => [...entries.keys()].sort() }
}

const UNPUBLISHED = {
  'articles/old.md': articleFile({ publishedAt: '2025-07-04' }),
  'articles/this-minute.md': articleFile({ publishedAt: '2025-07-04T22:13' }),
  'articles/next-minute.md': articleFile({ publishedAt: '2025-07-04T22:14' }),
  // Later by the hand of a clock, earlier in truth.
  'articles/elsewhere.md': articleFile({ publishedAt: '2025-07-04T23:00:00+09:00' }),
  'articles/draft.md': articleFile({ publishedAt: '2025-07-04', draft: 'true' }),
}

describe('a build', () => {
  test('stores nothing that is a draft or embargoed', async () => {
    const folder = await temporaryNewsroom({ ...STAFF, ...UNPUBLISHED })
    const { context, slugs, entries } = contextFor(folder)
    await newsroomLoaders(folder, SITE).articles.load(context)
    expect(slugs()).toEqual(['elsewhere', 'old', 'this-minute'])
    expect(JSON.stringify([...entries.values()])).not.toMatch(/draft\.md|next-minute/)
  })

  test('of a preview stores them too', async () => {
    const folder = await temporaryNewsroom({
      ...STAFF,
      ...UNPUBLISHED,
      'src/content/authors/new.yml': 'name: New',
      'articles/draft.md': articleFile({ authors: '[new]', draft: 'true' }),
    })
    const loaders = newsroomLoaders(folder, SITE, { preview: true })
    const articles = contextFor(folder)
    await loaders.articles.load(articles.context)
    expect(articles.slugs()).toEqual(['draft', 'elsewhere', 'next-minute', 'old', 'this-minute'])
    const authors = contextFor(folder)
    await loaders.authors.load(authors.context)
    expect(authors.slugs()).toEqual(['budi', 'new'])
  })

  test('warns each time, though what was sound is not judged again', async () => {
    const folder = await temporaryNewsroom({
      ...STAFF,
      'articles/sound.md': articleFile(),
      'articles/loud.md': articleFile({ title: 'ALL OF IT IN CAPITALS' }),
    })
    for (let time = 0; time < 2; time++) {
      const { context, slugs, warned } = contextFor(folder)
      await newsroomLoaders(folder, SITE).articles.load(context)
      expect(slugs()).toEqual(['loud', 'sound'])
      expect(warned.join()).toContain('articles/loud.md:2:8 "title" is all capitals')
    }
  })

  test('takes out what has become a draft since', async () => {
    const folder = await temporaryNewsroom({ ...STAFF, ...UNPUBLISHED })
    const { context, slugs } = contextFor(folder)
    await newsroomLoaders(folder, SITE).articles.load(context)
    await writeFile(join(folder.articles, 'old.md'), articleFile({ draft: 'true' }))
    await rm(join(folder.articles, 'elsewhere.md'))
    await newsroomLoaders(folder, SITE).articles.load(context)
    expect(slugs()).toEqual(['this-minute'])
  })

  test.each(COLLECTIONS)(
    'fails for %s with every problem of every file, and stores nothing',
    async (collection) => {
      const folder = await temporaryNewsroom({
        ...STAFF,
        'articles/sound.md': articleFile(),
        'articles/bad.md': articleFile({ title: undefined }),
        'src/content/pages/about.md': 'No front matter',
      })
      const { context, slugs } = contextFor(folder)
      const failure = await Promise.resolve(newsroomLoaders(folder, SITE)[collection].load(context)).catch(
        (error: unknown) => error,
      )
      expect(failure).toBeInstanceOf(NewsroomError)
      expect(String(failure)).toMatch(/articles\/bad\.md:1:1 [\s\S]*src\/content\/pages\/about\.md:1:1 /)
      expect(slugs()).toEqual([])
    },
  )

  describe('of an outlet with an address of its own that has a left-over of the sample', () => {
    const files = {
      ...STAFF,
      'src/content/authors/maya.yml': 'name: M\nlinks: [{ label: E, url: mailto:m@w.example }]',
    }
    const load = async ({ editing = false, preview = false, url = 'https://kabaruji.id/' }) => {
      const folder = await temporaryNewsroom(files)
      const { context, warned } = contextFor(folder, { editing })
      const loaders = newsroomLoaders(folder, { ...SITE, url }, { preview })
      return { warned, failure: await Promise.resolve(loaders.authors.load(context)).catch(String) }
    }

    test('fails', async () => {
      expect((await load({})).failure).toMatch(/maya\.yml:2:26 .*mailto:m@w\.example.* \(left-over-address\)/)
    })

    test.each([{ editing: true }, { preview: true }])('warns where no reader sees it: %o', async (who) => {
      const { failure, warned } = await load(who)
      expect(failure).toBeUndefined()
      expect(warned).toEqual([expect.stringContaining('(left-over-address)')])
    })

    test('says nothing while the outlet is only tried out', async () => {
      expect(await load({ url: 'https://w.example/' })).toEqual({ failure: undefined, warned: [] })
    })
  })

  test('keeps front matter and what lists need, not the body', async () => {
    const jpeg = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer()
    const folder = await temporaryNewsroom({
      ...STAFF,
      'articles/2025/x.md': articleFile(
        { image: '{ src: x.jpg, alt: A }' },
        'Four words of prose.\n\n![Y](../y.jpg)',
      ),
      'articles/2025/x.jpg': jpeg,
      'articles/y.jpg': jpeg,
    })
    const pictureAt = (file: string) => ({
      file,
      width: 4,
      height: 4,
      format: 'jpeg',
      digest: contentDigest(jpeg),
    })
    const { context, entries } = contextFor(folder)
    await newsroomLoaders(folder, SITE).articles.load(context)
    expect(entries.get('x')).toMatchObject({
      filePath: 'articles/2025/x.md',
      data: {
        frontMatter: { title: 'A title', image: { src: pictureAt('articles/2025/x.jpg'), alt: 'A' } },
        words: 5,
        comments: [],
        bodyImages: [{ path: '../y.jpg', file: pictureAt('articles/y.jpg') }],
      },
    })
    expect(entries.get('x')).not.toHaveProperty('body')
  })

  test('knows of no correction and no withdrawal that is to come', async () => {
    const folder = await temporaryNewsroom({
      ...STAFF,
      'articles/x.md': articleFile({
        publishedAt: '2025-07-01',
        corrections: '[{ at: 2025-07-02, note: Come }, { at: 2025-07-04T22:14, note: To come }]',
        withdrawn: '{ at: 2025-07-04T22:14, reason: To come }',
      }),
    })
    const { context, entries } = contextFor(folder)
    await newsroomLoaders(folder, SITE).articles.load(context)
    expect(JSON.stringify(entries.get('x')?.data)).toContain('Come')
    expect(JSON.stringify([...entries.values()])).not.toContain('To come')
  })

  test('knows of a withdrawn article what its notice needs, and of nobody and no series that it alone names', async () => {
    const folder = await temporaryNewsroom({
      ...STAFF,
      'src/content/authors/ani.yml': 'name: Ani',
      'src/content/series/secret.yml': 'title: Secret\ndescription: Secret',
      'src/content/series/known.yml': 'title: Known\ndescription: Known',
      'articles/y.md': articleFile({ series: '{ slug: known, part: 1 }' }),
      'articles/x.md': articleFile(
        {
          authors: '[ani]',
          tags: '[Secret]',
          series: '{ slug: secret, part: 1 }',
          withdrawn: '{ at: 2025-07-04T22:13, reason: A reason }',
        },
        'Secret body ![Secret](Secret.png)',
      ),
      'articles/Secret.png': await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
      'articles/x.comments.json': JSON.stringify([
        { id: '1', name: 'Secret', at: '2025-07-04T22:13:00+07:00', text: 'Secret' },
      ]),
    })
    const loaders = newsroomLoaders(folder, SITE)
    const { context, entries } = contextFor(folder)
    await loaders.articles.load(context)
    const stored = JSON.stringify(entries.get('x'))
    expect(stored).toContain('A reason')
    expect(stored).not.toContain('Secret')
    for (const [collection, known] of [
      ['authors', ['budi']],
      ['series', ['known']],
    ] as const) {
      const other = contextFor(folder)
      await loaders[collection].load(other.context)
      expect(other.slugs()).toEqual(known)
    }
  })

  test('names files from the project, wherever the newsroom lies', async () => {
    const project = await temporaryNewsroom({})
    const folder = await temporaryNewsroom({ ...STAFF, 'articles/x.md': articleFile() })
    const { context, entries } = contextFor(project)
    await newsroomLoaders(folder, SITE).articles.load(context)
    expect(join(project.root, entries.get('x')?.filePath ?? '')).toBe(join(folder.articles, 'x.md'))
  })

  test('fills authors, categories and pages by their file names', async () => {
    const folder = await temporaryNewsroom({
      ...STAFF,
      'articles/x.md': articleFile(),
      'src/content/pages/about.md': '---\ntitle: About\ndescription: Us\n---\nText.\n',
    })
    const loaders = newsroomLoaders(folder, SITE)
    for (const [collection, slug] of [
      ['authors', 'budi'],
      ['categories', 'politics'],
      ['pages', 'about'],
    ] as const) {
      const { context, slugs } = contextFor(folder)
      await loaders[collection].load(context)
      expect(slugs()).toEqual([slug])
    }
  })

  test('knows no author whom only drafts name', async () => {
    const folder = await temporaryNewsroom({
      ...STAFF,
      'src/content/authors/ani.yml': 'name: Ani\n',
      'src/content/authors/eko.yml': 'name: Eko\n',
      'articles/x.md': articleFile({ contributors: '[{ author: ani, role: editor }]' }),
      'articles/y.md': articleFile({ authors: '[eko]', draft: 'true' }),
    })
    const { context, slugs } = contextFor(folder)
    await newsroomLoaders(folder, SITE).authors.load(context)
    expect(slugs()).toEqual(['ani', 'budi'])
  })
})

describe('warnings', () => {
  test.each([
    ['a build', false],
    ['an author at work', true],
  ])('%s goes on, each told once in all', async (_case, editing) => {
    const folder = await temporaryNewsroom({
      ...STAFF,
      'articles/x.md': articleFile({ title: 'HEADLINES IN CAPITALS' }),
      'src/content/pages/about.md': '---\ntitle: About\ndescription: Us\n---\n<b>Text.</b>\n',
    })
    const loaders = newsroomLoaders(folder, SITE)
    const warnings: string[] = []
    for (const collection of COLLECTIONS) {
      const { context, logged, warned, slugs } = contextFor(folder, { editing })
      await loaders[collection].load(context)
      expect(logged).toEqual([])
      expect(slugs()).toHaveLength(collection === 'series' ? 0 : 1)
      warnings.push(...warned)
    }
    expect(warnings).toEqual([
      'articles/x.md:2:8 "title" is all capitals. Write it as a sentence.',
      expect.stringMatching(/^src\/content\/pages\/about\.md:5:1 HTML is not used here/),
    ])
  })
})

describe('an entry', () => {
  test.each<[string, { article?: string; title?: string; again: string[] }]>([
    ['unchanged is not parsed again', { again: [] }],
    ['with another body is', { article: articleFile({}, 'More'), again: ['x'] }],
    ['with another field is', { article: articleFile({ kind: 'opinion' }), again: ['x'] }],
    ['under another config is', { title: 'Another', again: ['x', 'y'] }],
  ])('%s', async (_case, { article, title, again }) => {
    const folder = await temporaryNewsroom({
      ...STAFF,
      'articles/x.md': articleFile(),
      'articles/y.md': articleFile(),
    })
    const { context, parsed } = contextFor(folder)
    await newsroomLoaders(folder, SITE).articles.load(context)
    expect(parsed.splice(0)).toEqual(['x', 'y'])
    if (article) await writeFile(join(folder.articles, 'x.md'), article)
    await newsroomLoaders(folder, title ? { ...SITE, name: title } : SITE).articles.load(context)
    expect(parsed).toEqual(again)
  })
})

describe('an author at work', () => {
  test('sees drafts and embargoed articles', async () => {
    const folder = await temporaryNewsroom({ ...STAFF, ...UNPUBLISHED })
    const { context, slugs } = contextFor(folder, { editing: true })
    await newsroomLoaders(folder, SITE).articles.load(context)
    expect(slugs()).toEqual(['draft', 'elsewhere', 'next-minute', 'old', 'this-minute'])
  })

  test('goes on without the broken files, each told once in all', async () => {
    const folder = await temporaryNewsroom({
      ...STAFF,
      'articles/sound.md': articleFile(),
      'articles/bad.md': articleFile({ title: undefined }),
      'articles/unreadable.md': 'No front matter',
      'src/content/authors/siti.yml': 'name: 7',
      'src/content/pages/about.md': 'No front matter',
    })
    const site = { ...SITE, menu: ['sport'] }
    const loaders = newsroomLoaders(folder, site)
    const all: string[] = []
    const stored: string[][] = []
    for (const collection of COLLECTIONS) {
      const { context, logged, slugs } = contextFor(folder, { editing: true })
      await loaders[collection].load(context)
      all.push(...logged)
      stored.push(slugs())
    }
    expect(stored).toEqual([['sound'], ['budi'], ['politics'], [], []])
    expect(all.map((line) => line.split(' ')[0]).sort()).toEqual([
      'articles/bad.md:1:1',
      'articles/unreadable.md:1:1',
      'src/content/authors/siti.yml:1:7',
      'src/content/pages/about.md:1:1',
      'src/site.config.ts:1:1',
    ])
  })

  test('sees a change as soon as the file is saved, and what is mended comes back', async () => {
    const folder = await temporaryNewsroom({ ...STAFF, 'articles/x.md': articleFile() })
    const { context, entries, slugs, watcher } = contextFor(folder, { editing: true })
    await newsroomLoaders(folder, SITE).articles.load(context)
    const save = async (name: string, text: string) => {
      const path = join(folder.articles, name)
      await writeFile(path, text)
      watcher?.emit('all', 'change', path)
    }
    await save('x.md', articleFile({ title: 'Another title' }))
    await vi.waitFor(
      () => expect(entries.get('x')?.data).toMatchObject({ frontMatter: { title: 'Another title' } }),
      SOON,
    )
    await save('x.md', articleFile({ title: undefined }))
    await vi.waitFor(() => expect(slugs()).toEqual([]), SOON)
    await save('x.md', articleFile())
    await save('y.md', articleFile())
    await vi.waitFor(() => expect(slugs()).toEqual(['x', 'y']), SOON)
  })

  test('reads no page of a mended article that is not there yet, and the last of many saves counts', async () => {
    const folder = await temporaryNewsroom({ ...STAFF, 'articles/x.md': articleFile({ title: undefined }) })
    const loaders = newsroomLoaders(folder, SITE)
    const contexts = new Map(
      COLLECTIONS.map((collection) => [collection, contextFor(folder, { editing: true })]),
    )
    const articles = contexts.get('articles')?.entries
    /** Whether something keeps the article's page back, and whether the store holds it, at each message. */
    const seen: [isKeptBack: boolean, isStored: boolean][] = []
    const close = openBridge({
      mistakes: ({ at }) => seen.push([at.has('/politics/x/'), articles?.has('x') === true]),
    })
    onTestFinished(close)
    for (const [collection, { context }] of contexts) await loaders[collection].load(context)
    for (let save = 0; save < 24; save++) {
      const isMistake = save % 3 === 0
      const text = articleFile({ title: isMistake ? undefined : `Title ${save}` })
      await writeFile(join(folder.articles, 'x.md'), text)
      for (const { watcher } of contexts.values())
        watcher?.emit('all', 'change', join(folder.articles, 'x.md'))
      // Shorter than a reading takes, and longer than the loader waits for a file to settle, by turns.
      await new Promise((done) => setTimeout(done, [0, 55, 70][save % 3]))
    }
    await vi.waitFor(() => {
      expect(articles?.get('x')?.data).toMatchObject({ frontMatter: { title: 'Title 23' } })
      expect(seen.at(-1)).toEqual([false, true])
    }, SOON)
    expect(seen.length).toBeGreaterThan(2)
    for (const [isKeptBack, isStored] of seen) expect(isKeptBack || isStored).toBe(true)
  })

  test('is not disturbed by files elsewhere', async () => {
    const folder = await temporaryNewsroom({ ...STAFF, 'articles/x.md': articleFile() })
    const { context, parsed, watcher } = contextFor(folder, { editing: true })
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    try {
      await newsroomLoaders(folder, SITE).articles.load(context)
      const elsewhere = ['articles-old/x.md', 'dist/index.html']
      const nobodys = ['articles/.#x.md', 'articles/.trash/x.md', 'src/content/authors/._budi.yml']
      for (const path of [...elsewhere, ...nobodys]) watcher?.emit('all', 'change', join(folder.root, path))
      expect(vi.getTimerCount()).toBe(0)
      watcher?.emit('all', 'unlink', join(folder.articles, 'x.jpg'))
      expect(vi.getTimerCount()).toBe(1)
    } finally {
      vi.useRealTimers()
    }
    expect(parsed).toEqual(['x'])
  })

  test('is told when a reading fails, and loses neither the session nor what was there', async () => {
    const folder = await temporaryNewsroom({ ...STAFF, 'articles/x.md': articleFile() })
    const { context, slugs, logged, watcher } = contextFor(folder, { editing: true })
    await newsroomLoaders(folder, SITE).articles.load(context)
    await rm(folder.root, { recursive: true })
    await writeFile(folder.root, 'a file where the newsroom was')
    watcher?.emit('all', 'change', join(folder.articles, 'x.md'))
    await vi.waitFor(() => expect(logged).toEqual([expect.stringContaining('ENOTDIR')]), SOON)
    expect(slugs()).toEqual(['x'])
  })
})
