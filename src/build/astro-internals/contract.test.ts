import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { unbundledContent } from './data-layer-content.ts'
import { outputPath } from './output-path.ts'
import { cacheOf } from './scaled-pictures.ts'
import { dropStaticImages, keepNotes, noteReferenced } from './static-images.ts'
import { withoutStoreWrites } from './store-writes.ts'

/** A module of the installed Astro, which no package may import. */
const internal = async (path: string) => import(pathToFileURL(resolve('node_modules/astro/dist', path)).href)
const codeOf = (path: string) => readFileSync(resolve('node_modules/astro/dist', path), 'utf8')

test.each([
  ['', 'page'],
  ['/', 'page'],
  ['/404', 'page'],
  ['/politics/', 'page'],
  ['/politics/a-story/', 'page'],
  ['/old.html/', 'page'],
  ['/rss.xml', 'endpoint'],
  ['/cards/x.png', 'endpoint'],
] as const)('%j, of a %s, is where Astro writes it', async (pathname, type) => {
  const { getOutputFilename } = await internal('core/output-filename.js')
  const theirs: string = getOutputFilename('directory', pathname, { type })
  expect(outputPath(pathname, { type })).toBe(theirs.replace(/^\//, ''))
})

test('the content is one module of this name, made from one file of this name', async () => {
  const { RESOLVED_DATA_STORE_VIRTUAL_ID, DATA_STORE_FILE } = await internal('content/consts.js')
  const { load } = unbundledContent('/caches')
  const { filter, handler } = load as { filter: { id: RegExp }; handler: () => { code: string } }
  expect(RESOLVED_DATA_STORE_VIRTUAL_ID).toMatch(filter.id)
  expect(handler().code).toContain(JSON.stringify(`/caches/${DATA_STORE_FILE}`))
})

describe('of pictures', () => {
  const shared = globalThis as { astroAsset?: Record<string, unknown> }
  afterEach(() => delete shared.astroAsset)

  test('Astro notes what it will scale where we look, in this form', async () => {
    // The names by which it fills the note, and by which it reads it.
    const notes = codeOf('assets/vite-plugin-assets.js')
    expect(notes).toMatch(
      /globalThis\.astroAsset\.staticImages\.set\(finalOriginalPath, \{\s+originalSrcPath: originalFSPath,\s+transforms: /,
    )
    expect(notes).toMatch(/transformsForPath\.transforms\.set\(hash, \{\s+finalPath: finalFilePath,/)
    shared.astroAsset = {
      staticImages: new Map([
        ['/a.jpg', { originalSrcPath: '/n/a.jpg', transforms: new Map([['1', { finalPath: '/a_1.webp' }]]) }],
        [
          '/b.jpg',
          {
            originalSrcPath: '/n/b.jpg',
            transforms: new Map(['1', '2'].map((hash) => [hash, { finalPath: `/b_${hash}.webp` }])),
          },
        ],
      ]),
    }
    const left = vi.fn()
    dropStaticImages((path) => path !== '/b_2.webp', left)
    expect(left.mock.calls).toEqual([['/b.jpg', '/n/b.jpg']])
    expect([...(shared.astroAsset.staticImages as Map<string, unknown>).keys()]).toEqual(['/b.jpg'])
  })

  test('Astro keeps the file of a picture that is noted as named', () => {
    expect(codeOf('assets/build/generate.js')).toContain(
      '!globalThis.astroAsset.referencedImages?.has(transformsAndPath.originalSrcPath)',
    )
    noteReferenced([])
    expect(shared.astroAsset).toBeUndefined()
    noteReferenced(['/n/a.jpg'])
    expect(shared.astroAsset).toEqual({ referencedImages: new Set(['/n/a.jpg']) })
  })

  test('Astro keeps scaled ones in this folder of its cache, by the last part of their names', () => {
    const code = codeOf('assets/build/generate.js')
    expect(code).toContain('new URL("assets/", settings.config.cacheDir)')
    expect(code).toContain('basename(filepath)')
    expect(cacheOf('_astro/a_1.webp')).toBe('assets/a_1.webp')
  })
})

test('Astro writes nothing of its store while content is loaded, and all of it in the end', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'warta-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { MutableDataStore } = await internal('content/mutable-data-store.js')
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const store = await MutableDataStore.fromFile(pathToFileURL(join(folder, 'data-store.json')))
  const meta = store.metaStore('warta')
  await withoutStoreWrites({ meta }, async () => {
    store.scopedStore('articles').set({ id: 'x', data: {} })
    await vi.advanceTimersByTimeAsync(5000)
    expect(readdirSync(folder)).toEqual([])
  })
  // What it has waited for is that the changes end.
  await vi.advanceTimersByTimeAsync(600)
  vi.useRealTimers()
  await vi.waitFor(() => expect(existsSync(join(folder, 'data-store.json'))).toBe(true))
  expect(readFileSync(join(folder, 'data-store.json'), 'utf8')).toContain('articles')
})

test('a collection is defined without the rest of Astro', async () => {
  const { defineCollection } = await import('astro/content/config')
  const loader = { name: 'none', load: async () => {} }
  expect(defineCollection({ loader })).toMatchObject({ loader })
})

describe('a program that was bundled before', () => {
  const bundling = codeOf('core/build/static-build.js')

  test('is taken for one that Vite has bundled: of its builder Astro takes names of files, and asks for these', () => {
    expect(bundling).toContain('prerenderOutput = await builder2.build(builder2.environments.prerender);')
    expect(bundling).toContain('const PRERENDER_ENTRY_FILENAME_PREFIX = "prerender-entry";')
    expect(bundling).toMatch(
      /if \(chunk.type === "asset"\) continue;\s+const needsContentInjection = chunk.code/,
    )
    // Its hook may change the config that this makes.
    expect(bundling).toMatch(/builder: \{\s+async buildApp\(builder2\) \{/)
    expect(bundling.indexOf('await runHookBuildSetup(')).toBeLessThan(bundling.indexOf('createBuilder('))
    expect(codeOf('core/build/vite-build-config.js')).toContain(
      'outDir: fileURLToPath(getPrerenderOutputDirectory(settings)),',
    )
  })

  test('tells its pages no more of the bundling than their styles', () => {
    const code = codeOf('core/build/environment.js')
    const asked = [...code.matchAll(/(?:getPageData\(|pageBuildData\??\.|buildInternals\.)(\w+)/g)]
    expect(new Set(asked.map(([, name]) => name))).toEqual(
      new Set(['buildInternals', 'styles', 'entrySpecifierToBundleMap']),
    )
    // Of scripts that integrations put into every page; here is none.
    expect(code).toContain('buildInternals.entrySpecifierToBundleMap.get(PAGE_SCRIPT_ID)')
  })

  test('notes pictures by what this plugin of Vite sets when a bundling begins, without looking at it', () => {
    expect(codeOf('assets/vite-plugin-assets.js')).toMatch(
      /name: "astro:assets",[\s\S]*?buildStart\(\) \{\s+if \(!isBuild\) return;\s+globalThis\.astroAsset\.addStaticImage = addStaticImageFactory\(settings\);/,
    )
  })

  test('has fonts that Astro writes while it bundles, and public files that Vite copies then', () => {
    expect(codeOf('assets/fonts/vite-plugin-fonts.js')).toMatch(
      /async buildEnd\(\) \{[\s\S]*?writeFileSync\(/,
    )
    expect(codeOf('core/build/vite-build-config.js')).toContain('copyPublicDir: true')
  })
})

describe('a program that stays loaded', () => {
  test('is what Astro prerenders with, by these names', async () => {
    const { BuildApp } = await internal('core/build/app.js')
    const members = Object.getOwnPropertyDescriptors(BuildApp.prototype)
    expect(members.getOptions?.value).toBeTypeOf('function')
    expect(members.routeCache?.get).toBeTypeOf('function')
    const { RouteCache } = await internal('core/render/route-cache.js')
    expect(RouteCache.prototype.clearAll).toBeTypeOf('function')
    expect(codeOf('core/build/default-prerenderer.js')).toContain('prerenderer.app = app;')
  })

  test('is asked by what Astro calls after the bundling, in this order', async () => {
    const { generatePages } = await internal('core/build/generate.js')
    expect(generatePages.length).toBe(3)
    // All that it takes of what was bundled; the others are of builds with Astro's own cache of pages.
    const used = [...codeOf('core/build/generate.js').matchAll(/internals\.(\w+)/g)].map(([, name]) => name)
    expect(new Set(used)).toEqual(
      new Set(['contentEntryRenderHashes', 'pageDependencyHashes', 'serverIslandPageComponents']),
    )
    expect(codeOf('core/build/internal.js')).toMatch(
      /function hasPrerenderedPages\(internals\) \{\s+for \(const pageData of internals\.pagesByKeys\.values\(\)\)/,
    )
    expect(codeOf('core/build/static-build.js')).toMatch(/pages: internals\.pagesByKeys/)
    expect(codeOf('core/build/static-build.js')).toMatch(
      /await generatePages\(opts, internals, prerenderOutputDir\);\s+await fs\.promises\.rm\(prerenderOutputDir/,
    )
    const build = codeOf('core/build/index.js')
    expect(build.indexOf('await runHookBuildStart(')).toBeGreaterThan(0)
    expect(build.indexOf('await viteBuild(opts)')).toBeGreaterThan(build.indexOf('await runHookBuildStart('))
    expect(build.indexOf('await runHookBuildDone(')).toBeGreaterThan(build.indexOf('await viteBuild(opts)'))
  })

  test('lies in a folder that Astro names, and notes pictures by a function that Astro takes away', async () => {
    const { getPrerenderOutputDirectory } = await internal('prerender/utils.js')
    const outDir = pathToFileURL(`${resolve('dist')}/`)
    expect(getPrerenderOutputDirectory({ config: { outDir } }).href).toBe(`${outDir.href}.prerender/`)
    expect(codeOf('core/build/generate.js')).toContain('delete globalThis?.astroAsset?.addStaticImage;')
    const addStaticImage = () => {}
    const shared = globalThis as { astroAsset?: Record<string, unknown> }
    onTestFinished(() => void delete shared.astroAsset)
    shared.astroAsset = {
      addStaticImage,
      staticImages: new Map([['/a.jpg', {}]]),
      referencedImages: new Set(['/a']),
    }
    const again = keepNotes()
    delete shared.astroAsset.addStaticImage
    again()
    expect(shared.astroAsset).toEqual({
      addStaticImage,
      staticImages: new Map(),
      referencedImages: new Set(),
    })
  })
})
