import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Reason } from '#publisher/publications.ts'
import type { Ready } from '#publisher/source.ts'
import { gitSource } from './git-source.ts'

const ENV = {
  PATH: process.env.PATH,
  HOME: '/nowhere',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Ana',
  GIT_AUTHOR_EMAIL: 'ana@fixture.example',
  GIT_COMMITTER_NAME: 'Ana',
  GIT_COMMITTER_EMAIL: 'ana@fixture.example',
}

/** A bare repository, an author's clone of it, and a publisher's checkout. */
async function repository() {
  const folder = await mkdtemp(join(tmpdir(), 'warta-git-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const bare = join(folder, 'news.git')
  const clone = join(folder, 'clone')
  const checkout = join(folder, 'publisher/checkout')
  const run = (...args: string[]) =>
    execFileSync('git', args, { cwd: clone, env: ENV, encoding: 'utf8', stdio: 'pipe' })
  mkdirSync(clone)
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare], { env: ENV })
  run('init', '--quiet', '--initial-branch=main')
  run('remote', 'add', 'origin', bare)
  const push = (files: Record<string, string | undefined>, ...options: string[]) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(clone, path)), { recursive: true })
      if (text === undefined) rmSync(join(clone, path))
      else writeFileSync(join(clone, path), text)
    }
    run('add', '--all')
    run('commit', '--quiet', '--allow-empty', '--message', `Changes ${Object.keys(files).join(', ')}`)
    run('push', '--quiet', ...options, 'origin', 'main')
    return run('rev-parse', 'HEAD').trim()
  }
  const begin = (more: Partial<Parameters<typeof gitSource>[0]> = {}) => {
    const source = gitSource({
      ...{ url: bare, branch: 'main', checkout, newsroom: checkout },
      ...{ readership: undefined, env: ENV },
      ...more,
    })
    const prepare = (...reasons: Reason[]) => source.prepare(new Set(reasons))
    return { ...source, prepare }
  }
  const there = () =>
    Object.fromEntries(
      readdirSync(checkout, { recursive: true, encoding: 'utf8' })
        .filter((path) => statSync(join(checkout, path)).isFile())
        .sort()
        .map((path) => [path, readFileSync(join(checkout, path), 'utf8')]),
    )
  return { bare, checkout, run, push, begin, there, folder }
}

test('a commit is checked out, and of the next only what is another changes', async () => {
  const { push, begin, there, checkout } = await repository()
  const first = push({ 'articles/a.md': 'a', 'articles/b.md': 'b' })
  const { prepare, settled } = begin()
  expect(await prepare('start')).toMatchObject({
    state: 'ready',
    commit: { id: first, author: 'Ana', subject: 'Changes articles/a.md, articles/b.md' },
    isOlder: false,
  })
  await settled('published')
  const before = statSync(join(checkout, 'articles/a.md'))
  expect(await prepare('commit')).toEqual({ state: 'unchanged', trouble: undefined })
  const second = push({ 'articles/b.md': 'b2', 'articles/é "c".md': 'c' })
  expect(await prepare('commit')).toMatchObject({ state: 'ready', commit: { id: second } })
  expect(there()).toEqual({ 'articles/a.md': 'a', 'articles/b.md': 'b2', 'articles/é "c".md': 'c' })
  const after = statSync(join(checkout, 'articles/a.md'))
  expect([after.ino, after.ctimeMs]).toEqual([before.ino, before.ctimeMs])
})

test('a refused commit gives way to the one before, and is not looked at again until there is another', async () => {
  const { push, begin, there } = await repository()
  const good = push({ 'articles/a.md': 'good' })
  const { prepare, settled } = begin()
  await prepare('start')
  await settled('published')
  const bad = push({ 'articles/a.md': 'bad', 'articles/b.md': 'new' })
  expect(await prepare('commit')).toMatchObject({ state: 'ready', commit: { id: bad } })
  expect(await settled('refused')).toEqual({ fellBack: true })
  expect(there()).toEqual({ 'articles/a.md': 'good' })
  expect(await prepare('commit')).toMatchObject({ state: 'unchanged' })
  expect(await prepare('commit', 'clock')).toMatchObject({
    state: 'ready',
    commit: { id: good },
    isOlder: true,
  })
  await settled('published')
  const mended = push({ 'articles/a.md': 'mended' })
  expect(await prepare('commit')).toMatchObject({ state: 'ready', commit: { id: mended }, isOlder: false })
})

test('a commit that the machine has kept back is tried again when it is asked to, and not at each look', async () => {
  const { push, begin } = await repository()
  const good = push({ 'articles/a.md': 'good' })
  const { prepare, settled } = begin()
  await prepare('start')
  await settled('published')
  const next = push({ 'articles/a.md': 'next' })
  await prepare('commit')
  expect(await settled('failed')).toEqual({ fellBack: true })
  expect(await prepare('commit')).toMatchObject({ state: 'unchanged' })
  expect(await prepare('clock')).toMatchObject({ commit: { id: good }, isOlder: true })
  expect(await prepare('retry')).toMatchObject({ commit: { id: next }, isOlder: false })
})

test('a force-push, and a history that has nothing of the one before', async () => {
  const { push, begin, there, run } = await repository()
  push({ 'articles/a.md': '1' })
  push({ 'articles/a.md': '2', 'articles/b.md': 'b' })
  const { prepare, settled } = begin()
  await prepare('start')
  await settled('published')
  run('reset', '--quiet', '--hard', 'HEAD~1')
  const forced = push({ 'articles/c.md': 'c' }, '--force')
  expect(await prepare('commit')).toMatchObject({ state: 'ready', commit: { id: forced } })
  await settled('published')
  expect(there()).toEqual({ 'articles/a.md': '1', 'articles/c.md': 'c' })
  run('checkout', '--quiet', '--orphan', 'other')
  run('branch', '--quiet', '-M', 'main')
  const other = push({ 'articles/a.md': undefined, 'articles/d.md': 'd' }, '--force')
  expect(await prepare('commit')).toMatchObject({ state: 'ready', commit: { id: other } })
  expect(there()).toEqual({ 'articles/c.md': 'c', 'articles/d.md': 'd' })
})

test('a branch that is gone, and a repository that is gone, are told; what is here goes on', async () => {
  const { push, begin, bare, folder, run } = await repository()
  const good = push({ 'articles/a.md': 'a' })
  const { prepare, settled } = begin()
  await prepare('start')
  await settled('published')
  execFileSync('git', ['--git-dir', bare, 'branch', '-D', 'main'], { env: ENV, stdio: 'pipe' })
  expect(await prepare('commit')).toEqual({
    state: 'unchanged',
    trouble: expect.stringContaining('has no branch "main" any more'),
  })
  rmSync(bare, { recursive: true })
  expect(await prepare('commit')).toMatchObject({
    state: 'unchanged',
    trouble: expect.stringContaining('cannot be published from'),
  })
  expect(await prepare('clock')).toMatchObject({ state: 'ready', commit: { id: good } })
  // A publisher that starts anew meanwhile publishes what it has.
  const again = begin()
  expect(await again.prepare('start')).toMatchObject({
    state: 'ready',
    commit: { id: good },
    isOlder: true,
    trouble: expect.stringContaining('cannot be published from'),
  })
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare], { env: ENV })
  run('push', '--quiet', 'origin', 'main')
  expect(await again.prepare('commit')).toEqual({ state: 'unchanged', trouble: undefined })
  expect(folder).toBeTruthy()
})

test('a repository that was never there', async () => {
  const { begin } = await repository()
  const nothing = begin({ url: '/nowhere/news.git' })
  expect(await nothing.prepare('start')).toEqual({
    state: 'unavailable',
    message: expect.stringMatching(
      /^The repository \/nowhere\/news\.git cannot be published from: .*not appear to be a git repository/,
    ),
  })
  expect(await begin({ branch: 'draft' }).prepare('start')).toMatchObject({ state: 'unavailable' })
})

test('what a run before has left half done is mended', async () => {
  const { push, begin, there, checkout } = await repository()
  push({ 'articles/a.md': 'a', 'articles/b.md': 'b' })
  const first = begin()
  await first.prepare('start')
  await first.settled('published')
  // Cut off in the middle: half a file, one that is missing, one of the next commit, git's own lock.
  writeFileSync(join(checkout, 'articles/a.md'), '')
  rmSync(join(checkout, 'articles/b.md'))
  writeFileSync(join(checkout, 'articles/c.md'), 'of the next')
  appendFileSync(join(checkout, '../repository.git/index.lock'), '')
  expect(await begin().prepare('start')).toMatchObject({ state: 'ready' })
  expect(there()).toEqual({ 'articles/a.md': 'a', 'articles/b.md': 'b' })
})

test('a commit whose files have vanished here is had anew', async () => {
  const { push, begin, there, checkout } = await repository()
  push({ 'articles/a.md': 'a' })
  const { prepare, settled } = begin()
  await prepare('start')
  await settled('published')
  rmSync(join(checkout, '../repository.git/objects'), { recursive: true })
  push({ 'articles/a.md': 'a2' })
  // The first look finds that nothing can be trusted, the next begins anew.
  await prepare('commit')
  expect(await prepare('retry')).toMatchObject({ state: 'ready' })
  expect(there()).toEqual({ 'articles/a.md': 'a2' })
})

test('a newsroom in a folder of the repository, and a commit that lacks it', async () => {
  const { push, begin, checkout } = await repository()
  push({ 'harian/articles/a.md': 'a' })
  const { prepare } = begin({ newsroom: join(checkout, 'harian') })
  expect(await prepare('start')).toMatchObject({ state: 'ready' })
  push({ 'harian/articles/a.md': undefined, 'readme.md': 'x' })
  expect(await prepare('commit')).toEqual({
    state: 'unavailable',
    message: expect.stringContaining('has no folder for NEWSROOM'),
  })
})

test('what was counted of readers lies in every commit’s files', async () => {
  const { push, begin, there, folder, checkout } = await repository()
  const kept = join(folder, 'readership.json')
  writeFileSync(kept, '{"articles":{}}')
  const readership = { kept, inNewsroom: join(checkout, 'src/content/readership.json') }
  push({ 'articles/a.md': 'a' })
  const { prepare, settled } = begin({ readership })
  await prepare('start')
  await settled('published')
  expect(there()['src/content/readership.json']).toBe('{"articles":{}}')
  push({ 'articles/a.md': 'a2', 'src/content/readership.json': 'of the commit' })
  await prepare('commit')
  expect(there()['src/content/readership.json']).toBe('{"articles":{}}')
})

test('what a build has beside a commit’s files stays, and is no part of them', async () => {
  const { push, begin, there, checkout } = await repository()
  push({ 'articles/a.md': 'a' })
  const { prepare, settled } = begin()
  await prepare('start')
  await settled('published')
  for (const folder of ['node_modules', '.astro', 'stray']) {
    mkdirSync(join(checkout, folder))
    writeFileSync(join(checkout, folder, 'x'), 'x')
  }
  push({ 'articles/a.md': 'a2' })
  expect(await prepare('commit')).toMatchObject({ state: 'ready' })
  expect(there()).toEqual({ '.astro/x': 'x', 'articles/a.md': 'a2', 'node_modules/x': 'x' })
})

test('a file whose name is an option of git, and a link', async () => {
  const { push, begin, there, run } = await repository()
  push({ 'articles/--force.md': 'a', '-rf': 'b' })
  run('config', 'core.symlinks', 'true')
  const { prepare } = begin()
  expect(await prepare('start')).toMatchObject({ state: 'ready' })
  expect(Object.keys(there())).toEqual(['-rf', 'articles/--force.md'])
})

test.each([
  // A write beyond the limit fails as one to a full disk does.
  ['a disk that fills', 'trap "" XFSZ; ulimit -f 64; exec "$git" "$@"'],
  ['git is killed', '[ "$1" = checkout ] && kill -9 $$; exec "$git" "$@"'],
])('%s: nothing is published of half a commit, and the next try has all of it', async (_case, code) => {
  const { push, begin, there, folder } = await repository()
  const files = Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [`articles/${i}.md`, `${i}`.repeat(i === 19 ? 200_000 : 10)]),
  )
  push({ 'articles/0.md': 'first' })
  const { prepare, settled } = begin({ env: { ...ENV, PATH: `${folder}/bin:${ENV.PATH}`, git: gitPath() } })
  await prepare('start')
  await settled('published')
  const all = push(files)
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'bin/git'), `#!/bin/sh\n${code}\n`)
  chmodSync(join(folder, 'bin/git'), 0o755)
  const prepared = await prepare('commit')
  expect(prepared.state === 'unavailable' ? prepared.message : (prepared as Ready).trouble).toMatch(
    /cannot be/,
  )
  expect(prepared.state).not.toBe('ready')
  rmSync(join(folder, 'bin'), { recursive: true })
  expect(await prepare('retry')).toMatchObject({ state: 'ready', commit: { id: all } })
  expect(there()).toEqual(files)
})

function gitPath(): string {
  return execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
}

test('a first commit that is refused is not looked at again, nor by polling', async () => {
  const { push, begin } = await repository()
  push({ 'articles/a.md': 'bad' })
  const { prepare, settled } = begin()
  await prepare('start')
  expect(await settled('refused')).toEqual({ fellBack: false })
  expect(await prepare('commit')).toMatchObject({ state: 'unchanged' })
  const mended = push({ 'articles/a.md': 'good' })
  expect(await prepare('commit')).toMatchObject({ state: 'ready', commit: { id: mended } })
})
