import { describe, expect, test } from 'vitest'
import { pageOf } from '../../../tests/support/dom.ts'
import type { SearchResult } from './engine.ts'
import { resultItem } from './result-item.ts'

const TEMPLATE = `<template><li><img data-part="image"><a data-part="title"></a><p data-part="excerpt"></p>
  <i data-part="category"></i><i data-part="date"></i>
  <ul data-part="sections"><li><a data-part="section"></a></li></ul></li></template>`
const RESULT: SearchResult = {
  url: '/city/flood/',
  excerpt: 'The <mark>flood</mark> &amp; after',
  meta: { title: 'Flood', category: 'City', date: '6 July', image: '/a.jpg' },
  language: 'en',
  sections: [],
}

function shown(fields: Partial<SearchResult> = {}) {
  const document = pageOf(TEMPLATE)
  const holder = document.createElement('div')
  holder.append(
    resultItem(document.querySelector('template') as HTMLTemplateElement, { ...RESULT, ...fields }),
  )
  return (name: string) => holder.querySelector(`[data-part="${name}"]`)
}

describe('a result', () => {
  test('has its title, its section, its date and its picture', () => {
    const part = shown()
    expect(part('title')?.getAttribute('href')).toBe('/city/flood/')
    expect(['title', 'category', 'date'].map((name) => part(name)?.textContent)).toEqual([
      'Flood',
      'City',
      '6 July',
    ])
    expect(part('image')?.getAttribute('src')).toBe('/a.jpg')
  })

  test('marks what was found in its excerpt', () => {
    expect(shown()('excerpt')?.innerHTML).toBe('The <mark>flood</mark> &amp; after')
  })

  test('has its address where it has no title, and no picture where it has none', () => {
    const part = shown({ meta: {} })
    expect(part('title')?.textContent).toBe('/city/flood/')
    expect(part('image')).toBeNull()
  })

  test('takes title and excerpt as text', () => {
    const part = shown({ meta: { title: '<img src=x>' }, excerpt: '&lt;b&gt;x<mark>&lt;i&gt;</mark>' })
    expect(part('title')?.children).toHaveLength(0)
    expect(part('excerpt')?.textContent).toBe('<b>x<i>')
  })

  test('says its language where it is not the page’s', () => {
    const [own, other] = [shown(), shown({ language: 'id' })]
    expect(own('title')?.hasAttribute('lang')).toBe(false)
    expect([other('title'), other('excerpt')].map((part) => part?.getAttribute('lang'))).toEqual(['id', 'id'])
  })
})

test('the two best sections are links below it; without any there is no list', () => {
  const section = (title: string, matches: number) => ({ title, url: `/city/flood/#${title}`, matches })
  const part = shown({ sections: [section('a', 1), section('b', 3), section('c', 2)] })
  expect([...(part('sections')?.querySelectorAll('a') ?? [])].map((a) => a.textContent)).toEqual(['b', 'c'])
  expect(shown()('sections')).toBeNull()
})
