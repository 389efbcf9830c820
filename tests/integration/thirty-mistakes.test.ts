import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { articleFile } from '../support/article-file.ts'
import { build, type BuildResult } from '../support/build.ts'
import { mistakes } from '../support/mistakes.ts'

const NEWSROOM = '.cache/test/thirty-mistakes'
const OUT = '.cache/test/thirty-mistakes-site'
/** 5 July 2025: what the files are dated after is past. */
const MOMENT = { SOURCE_DATE_EPOCH: '1751673600' }

/** All that there is to say, each line whole: where, what, and how to mend it. */
const ERRORS = [
  'articles/a-colon.md:2:8 The front matter cannot be read here (Nested mappings are not allowed in compact mappings). A value that holds ": " or " #", or that starts with a sign such as @, [, { or *, must stand in quotes.',
  `articles/a-quotation.md:2:24 The value goes on here, after its closing quotation mark. Put the whole value into marks like this: '"We are ready," the minister says'.`,
  'articles/a-quote.md:2:8 A quotation mark is opened here and not closed. Put the same mark at the end of the value.',
  'articles/a-tab.md:3:1 There is a tab at the start of this line. Indent with spaces.',
  'articles/alias-form.md:7:11 "aliases.0" must be a path such as /2024/old-title/, without #, or with a query such as /?p=19 and /index.php?id=7.',
  'articles/alias-nested.md:7:11 the alias "/old.html/sub/" lies below "/old.html" of articles/alias-of-file.md, which is a file, not a folder. Take this alias out, or change it.',
  'articles/alias-taken.md:7:11 the alias "/About/" is the address of src/content/pages/about.md. Take it out.',
  'articles/alias-twin-1.md:7:11 the alias "/2024/Twin/" is also in articles/alias-twin-2.md. Keep it in one of the two.',
  'articles/alias-twin-2.md:7:11 the alias "/2024/twin/" is also in articles/alias-twin-1.md. Keep it in one of the two.',
  'articles/bare.md:1:1 There is no front matter. The file must start with a line ---, then title:, description:, category:, authors: and publishedAt:, then another line ---.',
  'articles/bidirectional.md:2:8 "title" must not hold control characters: type it again, without pasting.',
  'articles/bom-and-windows.md:7:8 "draft" must be true or false.',
  'articles/comment-in-title.md:2:25 What follows this # would be left out: YAML takes it for a comment. Put the whole value into quotes: "News of the city #jakarta today". Behind the # of a comment, leave a blank.',
  'articles/control.md:10:2 there is a control character here, U+0008, which nobody can see. Delete it, or type the words again.',
  'articles/date-form.md:6:14 "publishedAt" must be a date such as 2025-07-04T22:13.',
  'articles/date-impossible.md:6:14 "publishedAt" must be a date that exists, such as 2025-07-04T22:13 or 2025-07-04T22:13:00+07:00.',
  'articles/date-updated.md:7:12 "updatedAt" must not be before publishedAt.',
  'articles/empty-optional.md:7:7 "tags" is empty. Write its value, or take the line out.',
  'articles/empty.md:8:1 there is no text below the front matter. Write it, or keep the article back with "draft: true".',
  'articles/ending.markdown:1:1 This file would be left out: its name must end in ".md". Rename it to "ending.md".',
  'articles/field-twice.md:3:1 This field is written twice. Keep one of the two.',
  'articles/gone.comments.json:1:1 These comments belong to no article. Name the file as the article beside it, such as slug.comments.json, or comments.json beside an index.md.',
  'articles/image-alt.md:8:1 the image "./whole.png" has no words for those who cannot see it. Say what it shows: ![A flooded street](./whole.png).',
  'articles/image-case.md:7:15 the image "./WHOLE.png" is not there. Did you mean "./whole.png"?',
  'articles/image-elsewhere.md:7:15 the image "https://a.example/a.jpg" lies on another site. Save it beside this file and name it as ./photo.jpg.',
  'articles/image-gone.md:7:15 the image "./gone.jpg" is not there. It is looked for at articles/gone.jpg.',
  'articles/image-half.md:7:15 the image "./half.png" cannot be read as a picture. Save it again as JPEG, PNG, WebP or AVIF.',
  'articles/image-outside.md:7:15 the image "../../../package.json" lies outside the newsroom. Copy it beside this file.',
  'articles/image-svg.md:8:1 the image "./svg.png" is SVG, whatever its name. Save it as JPEG, PNG, WebP or AVIF.',
  'articles/image-text.md:8:1 the image "./text.jpg" cannot be read as a picture. Save it again as JPEG, PNG, WebP or AVIF.',
  'articles/image-undescribed.md:8:3 "image.alt" is missing: write alt: and its value into the front matter.',
  'articles/latin-1.md:2:11 These are not UTF-8 letters. Save the file with the encoding "UTF-8".',
  'articles/link-broken.md:8:1 the link "/politics/sond/" leads to no page. Did you mean "/politics/sound/"?',
  'articles/link-file.md:8:1 the link "./sound.md" names a file. Write the address of its page: /politics/sound/.',
  'articles/link-host.md:8:1 the link "kompas.example" lacks its start. Write "https://kompas.example".',
  'articles/link-mail.md:8:1 the link "budi@uji.example" lacks its start. Write "mailto:budi@uji.example".',
  'articles/link-unsafe.md:8:1 a link may not start with "javascript:". Use https:, mailto: or tel:, or take the link out.',
  'articles/nul.md:8:2 There is a NUL byte here: this is not a text file. Save it again as plain text.',
  'articles/page.md:1:1 the address page/ belongs to the older pages of a category. Rename the file.',
  'articles/slug-twin/1/twin.md:1:1 the slug "twin" is taken by articles/slug-twin/2/Twin.md too. Rename one of the two files.',
  'articles/slug-twin/2/Twin.md:1:1 the slug "Twin" is taken by articles/slug-twin/1/twin.md too. Rename one of the two files.',
  'articles/slug-twin/2/Twin.md:1:1 the name "Twin" cannot stand in an address. Rename the file to "twin".',
  'articles/title-blank.md:2:8 "title" must not be empty.',
  'articles/title-long.md:2:8 "title" must have at most 200 characters.',
  'articles/title-missing.md:1:1 "title" is missing: write title: and its value into the front matter.',
  'articles/too-large.md:1:1 The file is larger than 500 KB. Split it, or take images out of the text.',
  'articles/two words.md:1:1 the name "two words" cannot stand in an address. Rename the file to "two-words".',
  'articles/unclosed.md:1:1 The front matter is not closed. Put a line of three hyphens, ---, after its last field.',
  'articles/unknown-author.md:5:11 author "bodi" is not known. Did you mean "budi"? Authors live in src/content/authors/, one file each.',
  'articles/unknown-category.md:4:11 category "politcs" is not known. Did you mean "politics"? Categories live in src/content/categories/, one file each.',
  'articles/unknown-field.md:7:1 "drfat" is not a field. Did you mean "draft"?',
  'articles/unknown-proto.md:2:1 "__proto__" is not a field. Take the line out.',
  'articles/word-processor.md.txt:1:1 This file would be left out: its name must end in ".md", with nothing behind it. Rename it to "word-processor.md".',
  'src/content/authors/no-name.yml:1:1 "name" is missing: write name: and its value into the file.',
  'src/content/categories/search.yml:1:1 the address /search/ belongs to the site itself, or to public/. Rename the file.',
  'src/content/pages/politics.md:1:1 the address /politics/ belongs to the category in src/content/categories/politics.yml. Rename one of the two files.',
  'src/content/readership.json:1:1 This is no readership file. Make it anew with "npm run news -- trending", or delete it.',
  'src/site.config.ts:7:5 menu.1: category "wether" is not known. Categories live in src/content/categories/, one file each.',
  'src/site.config.ts:10:15 menu.2: the link "/abot/" leads to no page. Did you mean "/about/"?',
]
const WARNINGS = [
  'articles/date-future.md:6:14 "publishedAt" is more than a year ahead: nobody will see the article before. Is the year right?',
  'articles/heading-jump.md:10:1 this heading is 2 levels below what stands before it. Write ### in place of ####.',
  'articles/html.md:10:1 HTML is not used here: readers would see <iframe src="https://a.example/"></ifram… as it is written. Use Markdown, such as **bold** or [words](/address/).',
  'articles/image-narrow.md:7:15 the image "./narrow.jpg" is 60 pixels wide. Use one of 1,200 or more: it stands at the head of the article.',
  'articles/image-undescribed.md:8:8 the image "./whole.png" is 60 pixels wide. Use one of 1,200 or more: it stands at the head of the article.',
  `articles/link-anchor.md:8:1 the link "/politics/sound/#a-haeding" leads to no heading of articles/sound.md. Did you mean "#a-heading"? A heading's anchor is its text in small letters, with hyphens for blanks.`,
  'articles/link-draft.md:8:1 the link "/politics/hidden/" leads to a draft: readers will find no page. Publish articles/hidden.md too, or take the link out.',
  'articles/notes-in-word.docx:1:1 This file is left out: only text files whose names end in ".md" are read here. Write its words into one, or take it out of this folder.',
  'articles/title-capitals.md:2:8 "title" is all capitals. Write it as a sentence.',
]

interface CheckResult {
  exitCode: number
  stdout: string
  stderr: string
}

/** Runs `news check` in a newsroom's folder. */
function check(newsroom: string, ...args: string[]): Promise<CheckResult> {
  return new Promise((done) => {
    execFile(
      'node',
      [resolve('src/cli/news.ts'), 'check', ...args],
      { cwd: newsroom, env: { PATH: process.env.PATH, ...MOMENT } },
      (error, stdout, stderr) => done({ exitCode: Number(error?.code ?? 0), stdout, stderr }),
    )
  })
}

async function write(folder: string, files: Record<string, string | Uint8Array>): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), content)
  }
}

/** `file:line:column message`, as its parts. */
function partsOf(line: string): { file: string; line: number; column: number; message: string } {
  const [, file = '', at = '', column = '', message = ''] = /^(.*?):(\d+):(\d+) (.*)$/.exec(line) ?? []
  return { file, line: Number(at), column: Number(column), message }
}

beforeAll(async () => {
  await write(NEWSROOM, await mistakes())
})

test('there are more than thirty mistakes, in as many files', () => {
  const files = new Set([...ERRORS, ...WARNINGS].map((line) => partsOf(line).file))
  expect(files.size).toBeGreaterThanOrEqual(30)
})

describe('one run of the check', () => {
  test('tells them all, and warnings apart', async () => {
    const { exitCode, stdout, stderr } = await check(NEWSROOM)
    const [errors = '', warnings = ''] = stdout.trimEnd().split('\n\n')
    expect(errors.split('\n').slice(1)).toEqual(ERRORS)
    expect(warnings.split('\n').slice(1)).toEqual(WARNINGS)
    expect(stderr).toBe('')
    expect(exitCode).toBe(1)
  })

  test('tells the same to editors, as JSON', async () => {
    const { exitCode, stdout } = await check(NEWSROOM, '--format', 'json')
    const problems = JSON.parse(stdout) as { severity: string }[]
    const of = (severity: string) =>
      problems.filter((problem) => problem.severity === severity).map(({ severity: _, ...rest }) => rest)
    expect(of('error')).toEqual(ERRORS.map(partsOf))
    expect(of('warning')).toEqual(WARNINGS.map(partsOf))
    expect(problems).toHaveLength(ERRORS.length + WARNINGS.length)
    expect(exitCode).toBe(1)
  })

  test('tells the same to pull requests, as annotations', async () => {
    const { exitCode, stdout } = await check(NEWSROOM, '--format', 'github')
    const annotation = (command: string) => (line: string) => {
      const { file, line: at, column, message } = partsOf(line)
      return `::${command} file=${file},line=${at},col=${column}::${message}`
    }
    expect(stdout.trimEnd().split('\n')).toEqual([
      ...ERRORS.map(annotation('error')),
      ...WARNINGS.map(annotation('warning')),
    ])
    expect(exitCode).toBe(1)
  })

  test('exits 0 where there are warnings alone', async () => {
    const newsroom = '.cache/test/warnings'
    const { 'src/site.config.ts': _, ...files } = await mistakes()
    const sound = Object.entries(files).filter(([file]) => /(budi|categories\/politics)\.yml$/.test(file))
    const config = `export default { name: 'Warnings', tagline: 'One', url: 'https://warnings.test/' }`
    await write(newsroom, {
      ...Object.fromEntries(sound),
      'src/site.config.ts': config,
      'articles/x.md': articleFile({}, 'A <b>tag</b>'),
    })
    const { exitCode, stdout } = await check(newsroom)
    expect(stdout).toMatch(
      /^1 warning in 1 file, nothing that stops a build:\narticles\/x\.md:8:3 HTML is not/,
    )
    expect(exitCode).toBe(0)
  })

  test('tells settings that cannot be used beside files that cannot be read', async () => {
    const newsroom = '.cache/test/bad-settings'
    const config = `export default { name: 'X', tagline: 'Y', url: 'https://x.example', pageSise: {} }`
    await write(newsroom, { 'src/site.config.ts': config, 'articles/x.md': 'No front matter' })
    const { exitCode, stdout } = await check(newsroom)
    expect(stdout).toContain('articles/x.md:1:1 There is no front matter.')
    expect(stdout).toContain('src/site.config.ts:1:69 "pageSise" is not a setting. Did you mean "pageSize"?')
    expect(exitCode).toBe(1)
  })
})

describe('the build', () => {
  let result: BuildResult

  beforeAll(async () => {
    await mkdir(OUT, { recursive: true })
    await writeFile(join(OUT, 'index.html'), 'the last good site')
    result = await build({ newsroom: NEWSROOM, outDir: OUT, env: MOMENT })
  })

  test('fails', () => {
    expect(result.exitCode).toBe(1)
  })

  test.each([...ERRORS, ...WARNINGS])('says %s', (line) => {
    expect(result.output.split('\n').map((said) => said.trim())).toContain(line)
  })

  test('leaves the last good site as it was', async () => {
    expect(await readFile(join(OUT, 'index.html'), 'utf8')).toBe('the last good site')
  })
})

test('the build names a bad setting with its key', async () => {
  const newsroom = '.cache/test/bad-config'
  await write(newsroom, {
    'src/site.config.ts': `export default { name: 'X', tagline: 'Y', url: 'https://x.example', timeZone: 'Asia/Jakrta', pageSise: {} }`,
  })
  const { exitCode, output } = await build({ newsroom, outDir: OUT })
  expect(exitCode).toBe(1)
  expect(output).toContain('"timeZone" is "Asia/Jakrta", but must be a time zone such as "Asia/Jakarta".')
  expect(output).toContain('"pageSise" is not a setting. Did you mean "pageSize"?')
})
