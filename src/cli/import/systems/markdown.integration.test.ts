import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { checkNewsroom } from '#desk/check.ts'
import { isError } from '#desk/problem.ts'
import { readNewsroom } from '#desk/read-newsroom.ts'
import { filesOf } from '../../../../tests/support/sites.ts'
import { SITE, temporaryNewsroom } from '../../../../tests/support/temporary-newsroom.ts'
import { DiskLedger } from '../disk-ledger.ts'
import { importSystem } from '../import-system.ts'
import { markdown } from './markdown.ts'

afterEach(() => vi.unstubAllEnvs())

async function imported(folder: Awaited<ReturnType<typeof temporaryNewsroom>>, name: string, values = {}) {
  vi.stubEnv('SOURCE_DATE_EPOCH', '1751295600')
  const ledger = new DiskLedger()
  try {
    const old = await markdown.open({ files: [`tests/fixtures/${name}`], values, site: SITE, ledger })
    const options = { media: undefined, dryRun: false, keepUploads: false }
    const { report, written, fault } = await importSystem(old, folder, SITE, options, ledger)
    expect(fault).toBeUndefined()
    return { said: [...report.lines()].join('\n'), written: [...written].sort() }
  } finally {
    ledger.close()
  }
}

const CASES = [
  {
    name: 'jekyll',
    values: {},
    files: {
      'articles/2019/03/quay-closed/index.md': [
        'description: The harbour master closes the eastern quay for repairs.',
        'publishedAt: 2019-03-04T08:15:00+07:00',
        '  - /buletin/harbour/repairs/2019/03/04/quay-closed.html',
        '  - /buletin/old/quay/',
        '[the ferry plan](/harbour/ferry-plan/) and [the timetable](/assets/plan.pdf)',
        '![A crane](./crane.png "The crane, from below")',
        '```yaml\ncrane:\n\n  load: {{ tons }}\n```',
        '[^1]: So the harbour master said, in **writing**.',
      ],
      'articles/2019/03/hidden.md': ['draft: true'],
      'articles/2020/01/market.md': ['category: news', 'at **six**. [The quay](/harbour/quay-closed/)'],
      'src/content/authors/sari.yml': ['name: Sari Wulandari'],
      'src/content/pages/about.md': ['  - /buletin/about.html'],
      'public/assets/plan.pdf': ['%PDF'],
    },
    said: [
      '_posts/2019-05-01-broken.md:4:1 its front matter cannot be read',
      'its name has no date in front',
      'kept as text: {% include weather.html %}',
      '"Front": a template, no text',
    ],
  },
  {
    name: 'hugo',
    values: { from: 'hugo' },
    files: {
      'articles/2021/06/bundle/index.md': [
        'updatedAt: 2021-06-03T00:00:00+07:00',
        '  caption: The bridge',
        '  - /posts/bundle/\n  - /old/river.html\n  - /posts/kali',
        '[this](/uncategorized/rain/#why)',
        '![Again the river](./river.png "At noon | Kota Kita")',
        'Keep **away** from the bank.',
        'Write `{{< youtube x >}}` for a film.',
      ],
      'articles/2021/07/bridge-open/index.md': ['  - /2021/07/bridge-open/', 'src: ./rain.png'],
      'articles/2021/05/rain/index.md': ['![Rain](./rain.png)', '[the river](/city/bundle/)'],
      'src/content/pages/contact.md': ['  - /kontak.html'],
    },
    said: [
      'content/news/broken.md:2:',
      'kept as text: {{< chart >}}',
      'the text of a list',
      'written as .org',
    ],
  },
  {
    name: 'eleventy',
    values: {},
    files: {
      'articles/2022/02/well/index.md': [
        'category: village',
        '  - /posts/well/',
        'tags:\n  - water\n',
        '![The well](./well.png)',
        '[the pump](/village/pump/)',
      ],
      'articles/2022/02/pump.md': ['  - /air/pump.html', 'description: The pump is years old.'],
    },
    said: ['The settings name no address of the old site', 'kept as text: {{ collections.all.length }}'],
  },
  {
    name: 'astro',
    values: { map: ['topics=tags'] },
    files: {
      'articles/2022/07/first-rice/index.md': [
        'tags:\n  - rice\n  - harvest',
        '  - /blog/first-rice/',
        '![Rice in a bowl](./rice.png)',
        'Bring a **bag**.',
        '[the mill](/craft/mill/#wheel)',
      ],
      'articles/2022/08/mill/index.md': ['  - /blog/deep/mill/', '![A wheel](./rice.png)'],
      'src/content/pages/about.md': ['Between two hills.'],
    },
    said: ['kept as text: <Map />', 'gone, but for what they enclosed: <Callout>'],
  },
]

test.each(CASES)(
  'a site of $name moves in, and a second time nothing is written',
  async ({ name, values, files, said }) => {
    const folder = await temporaryNewsroom({})
    const first = await imported(folder, name, values)
    for (const words of said) expect(first.said).toContain(words)
    expect(first.written).toEqual(expect.arrayContaining(Object.keys(files)))
    for (const [file, parts] of Object.entries(files)) {
      const text = await readFile(join(folder.root, file), 'utf8')
      for (const part of parts) expect(text, file).toContain(part)
    }
    expect((await checkNewsroom(await readNewsroom(folder), SITE)).filter(isError)).toEqual([])
    for (const file of await filesOf(folder.root))
      expect(await readFile(join(folder.root, file), 'latin1'), file).not.toContain('@mail.example')
    const second = await imported(folder, name, values)
    expect(second.written).toEqual([])
  },
)

test.each([
  ['tests/fixtures/none', {}, 'There is no folder "tests/fixtures/none"'],
  ['tests/fixtures/wordpress', {}, 'No settings in "tests/fixtures/wordpress" tell which system it is'],
  ['tests/fixtures/hugo', { from: 'ghost' }, '--from is one of jekyll, hugo, eleventy, astro, not "ghost"'],
  ['tests/fixtures/hugo', { map: ['judul'] }, '--map takes their=ours, not "judul"'],
])('%s with %j is refused', async (folder, values, message) => {
  const ledger = new DiskLedger()
  await expect(markdown.open({ files: [folder], values, site: SITE, ledger })).rejects.toThrow(message)
  ledger.close()
})
