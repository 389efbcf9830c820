import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { pageOf } from '../../../tests/support/dom.ts'
import { type FakeIndexes, searchedSite } from '../../../tests/support/fake-pagefind.ts'
import { SearchPanel } from './panel.ts'
import type { SearchRequest } from './request.ts'
import { searchSession } from './session.ts'

const BODY = `<div id="root" data-text-count-one="{count} for {query}" data-text-count-other="{count} for {query}"
  data-text-near-other="{count} near {query}" data-text-none="None" data-text-empty="Ask" data-text-failed="Failed"
  data-text-searching="Searching" data-text-since="Since {month}" data-text-older-other="{count} older"
  data-text-unfiltered="anywhere">
  <p data-status></p><div data-when="failed" hidden><button data-retry></button></div>
  <div data-when="searching" hidden></div><ol data-results></ol><button data-more hidden></button>
  <div data-when="older" hidden><p data-part="since"></p><button></button></div>
  <div data-when="none" hidden><ul data-offers></ul></div>
  <template data-offer><li><button><b data-part="query"></b><i data-part="unfiltered"></i><i data-part="count"></i></button></li></template>
  <template data-result><li><a data-part="title"></a></li></template></div>`

const city = (title: string, month: number) => ({ title, published: `2025-0${month}-01`, category: 'City' })
const INDEXES: FakeIndexes = {
  en: {
    new: [city('Flood one', 7), city('Flood two', 6), city('Flood three', 5)],
    old: [{ title: 'Old rice', published: '2019-03-01' }],
  },
}

async function panelOf(pageSize = 2) {
  const site = await searchedSite(INDEXES)
  const document = pageOf(BODY)
  const follow = vi.fn<(request: SearchRequest) => void>()
  const root = document.querySelector('#root') as HTMLElement
  const session = searchSession(site.folder)
  const panel = new SearchPanel(root, session, { pageSize, follow })
  const find = (selector: string) => document.querySelector(selector) as HTMLButtonElement
  return {
    ...{ site, panel, follow, find, session },
    press: (selector: string) => {
      const EventOfPage = document.defaultView?.Event ?? Event
      find(selector).dispatchEvent(new EventOfPage('click'))
    },
    titles: () => [...document.querySelectorAll('[data-results] a')].map((a) => a.textContent),
    status: () => find('[data-status]').textContent,
    isHidden: (selector: string) => find(selector).hidden || find(selector).hasAttribute('hidden'),
  }
}

const asking = (query: string, filters: SearchRequest['filters'] = {}): SearchRequest => ({
  query,
  filters,
  sort: 'date',
})

describe('what a search finds', () => {
  test('is shown and counted, the first of it', async () => {
    const { panel, titles, status, isHidden } = await panelOf()
    await panel.show(asking('flood'))
    expect(titles()).toEqual(['Flood one', 'Flood two'])
    expect(status()).toBe('3 for flood')
    expect(isHidden('[data-more]')).toBe(false)
  })

  test('comes on at a press, until all is there', async () => {
    const { panel, titles, press, isHidden } = await panelOf()
    await panel.show(asking('flood'))
    press('[data-more]')
    await vi.waitFor(() => expect(titles()).toHaveLength(3))
    expect(isHidden('[data-more]')).toBe(true)
  })

  test('is nothing for an empty request', async () => {
    const { panel, titles, status } = await panelOf()
    await panel.show(asking('flood'))
    expect(await panel.show(asking(''))).toBeUndefined()
    expect([titles(), status()]).toEqual([[], 'Ask'])
  })

  test('is waited for with something to see: the shape of results, or those of the last search', async () => {
    const { panel, titles, isHidden } = await panelOf()
    const isWaiting = () => !isHidden('[data-when="searching"]')
    const first = panel.show(asking('flood'))
    expect([isWaiting(), titles()]).toEqual([true, []])
    await first
    expect(isWaiting()).toBe(false)
    const second = panel.show(asking('two'))
    expect([isWaiting(), titles()]).toEqual([false, ['Flood one', 'Flood two']])
    await second
    await panel.show(asking('nowhere'))
    const third = panel.show(asking('flood'))
    expect([isWaiting(), isHidden('[data-when="none"]')]).toEqual([true, true])
    await third
  })

  test('is that of the last request, whichever answer comes first', async () => {
    const { panel, titles } = await panelOf()
    const [first, second] = await Promise.all([panel.show(asking('two')), panel.show(asking('three'))])
    expect(first).toBeUndefined()
    expect(second?.total).toBe(1)
    expect(titles()).toEqual(['Flood three'])
  })
})

test('where nothing is found, requests like it that find something are offered', async () => {
  const { panel, follow, find, press, status, isHidden } = await panelOf()
  await panel.show(asking('flood nowhere'))
  expect([status(), isHidden('[data-when="none"]')]).toEqual(['None', false])
  await vi.waitFor(() => expect(find('[data-offers] button')).not.toBeNull())
  expect(find('[data-offers] [data-part="query"]').textContent).toBe('flood')
  expect(find('[data-offers] [data-part="count"]').textContent).toBe('(3)')
  press('[data-offers] button')
  expect(follow).toHaveBeenCalledWith(expect.objectContaining({ query: 'flood' }))
})

test('older articles are offered, with the month from which on all were searched', async () => {
  const { panel, follow, find, press, isHidden } = await panelOf()
  await panel.show(asking('flood'))
  expect(isHidden('[data-when="older"]')).toBe(false)
  expect(find('[data-part="since"]').textContent).toBe('Since May 2025')
  press('[data-when="older"] button')
  await vi.waitFor(() => expect(follow).toHaveBeenCalledWith(asking('flood')))
  await panel.show(asking('rice'))
  expect(isHidden('[data-when="older"]')).toBe(true)
})

test('a search that fails says so, and can be tried again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => void vi.restoreAllMocks())
  const { panel, follow, press, site, titles, status, isHidden } = await panelOf()
  await panel.show(asking('flood'))
  site.failures = 100
  expect(await panel.show(asking('two'))).toBeUndefined()
  expect([titles(), status(), isHidden('[data-when="failed"]')]).toEqual([[], 'Failed', false])
  press('[data-retry]')
  expect(follow).toHaveBeenCalledWith(asking('two'))
})
