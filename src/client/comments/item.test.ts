import { describe, expect, test } from 'vitest'
import { pageOf } from '../../../tests/support/dom.ts'
import { commentItem } from './item.ts'
import type { LiveComment } from './server.ts'

const TEMPLATE = `<template><li><span data-part="initials"></span><b data-part="name"></b>
  <time data-part="time" data-time-zone="Asia/Jakarta"></time><i data-part="waiting" hidden></i>
  <p data-part="answers" data-text="To {name}" hidden></p><p data-part="text"></p>
  <button data-part="whole" hidden></button></li></template>`
const COMMENT: LiveComment = {
  ...{ id: '7', kept: '7-x', name: 'Ani Wijaya', text: 'Yes.', waiting: false },
  at: new Date('2025-07-06T12:00:00Z'),
}

function itemOf(fields: Partial<LiveComment> = {}, answers?: string) {
  const document = pageOf(TEMPLATE)
  const template = document.querySelector('template') as HTMLTemplateElement
  const item = commentItem(template, { ...COMMENT, ...fields }, answers)
  const part = (name: string) => item.querySelector(`[data-part="${name}"]`) as HTMLElement
  return { item, part }
}

describe('a comment in the page', () => {
  test('is known by its name in the article’s file', () => {
    const { item } = itemOf()
    expect([item.id, item.dataset.comment]).toEqual(['Comment-7-x', '7-x'])
  })

  test('shows who wrote it, and when by the outlet’s clock', () => {
    const { part } = itemOf()
    expect(part('initials').textContent).toBe('AW')
    expect(part('name').innerHTML).toBe('Ani Wijaya')
    expect(part('time').textContent).toContain('19:00')
  })

  test('takes everything as text', () => {
    const { part } = itemOf({ name: '<img src=x>', text: '<script>alert(1)</script>' }, '$& <b>')
    expect(part('name').querySelector('img')).toBeNull()
    expect(part('text').children).toHaveLength(0)
    expect(part('text').textContent).toBe('<script>alert(1)</script>')
    expect(part('answers').textContent).toBe('To $& <b>')
  })

  test('links its author’s site, for which the outlet vouches not', () => {
    const link = itemOf({ site: 'https://ani.example/' }).part('name').querySelector('a')
    expect(link?.getAttribute('href')).toBe('https://ani.example/')
    expect(link?.getAttribute('rel')).toContain('ugc')
    expect(link?.textContent).toBe('Ani Wijaya')
  })

  test.each([
    [true, false],
    [false, true],
  ])('that waits, %s, hides the note of it: %s', (waiting, hidden) => {
    expect(itemOf({ waiting }).part('waiting').hasAttribute('hidden')).toBe(hidden)
  })
})

describe('the text of a comment', () => {
  test('of usual length stands whole', () => {
    const { part } = itemOf({ text: 'x'.repeat(1500) })
    expect(part('text').textContent).toHaveLength(1500)
    expect(part('whole').hasAttribute('hidden')).toBe(true)
  })

  test('that is very long is folded, and never between the halves of a character', () => {
    const { part } = itemOf({ text: `${'x'.repeat(1499)}😀${'y'.repeat(10)}` })
    expect(part('text').textContent).toBe(`${'x'.repeat(1499)} …`)
  })
})
