import { expect, test } from 'vitest'
import { furtherScripts, importsIn } from './script-files.ts'

test.each([
  ['import{a as b}from"./x.js";', ['/_astro/x.js']],
  ["import './x.js'", ['/_astro/x.js']],
  ['export*from"../y.js"', ['/y.js']],
  ['import{a}from`./x.js`', ['/_astro/x.js']],
  ['b(()=>import(`./saved.D_1-x.js`),[])', ['/_astro/saved.D_1-x.js']],
  ['import("./search-page.A.js")', []],
  ['import"react";const from="./x.css"', []],
  ['', []],
])('of %j', (text, files) => {
  expect(importsIn(text, '/_astro/page.js')).toEqual(files)
})

test('what scripts import is followed, once, and other files are not read', async () => {
  const texts: Record<string, string> = {
    '/a/page.js': 'import"./part.js";import("./saved.1.js")',
    '/a/saved.1.js': 'import"./page.js";import"./part.js";import"./more.js"',
    '/a/part.js': '',
    '/a/more.js': 'import"./page.js"',
  }
  const read: string[] = []
  const scripts = await furtherScripts(['/a/p.css', '/a/page.js', '/x.webp'], async (path) => {
    read.push(path)
    return texts[path] ?? ''
  })
  expect(scripts).toEqual(['/a/part.js', '/a/saved.1.js', '/a/more.js'])
  expect(read.sort()).toEqual(Object.keys(texts).sort())
})
