import type { Page } from 'playwright-core'

/** Buttons that a reader sees and presses in vain: nothing in the page changes, no form is sent or asks for what it lacks. */
export function deadControls(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const dead: string[] = []
    const records: MutationRecord[] = []
    const observer = new MutationObserver((news) => records.push(...news))
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    for (const button of document.querySelectorAll<HTMLButtonElement>('button:enabled')) {
      const isSeen = button.checkVisibility({ visibilityProperty: true })
      const { form } = button
      const isSent = button.type === 'submit' && (form?.hasAttribute('action') || !form?.checkValidity())
      if (!isSeen || isSent || button.ariaDisabled === 'true') continue
      records.length = 0
      button.click()
      await new Promise((done) => setTimeout(done, 50))
      records.push(...observer.takeRecords())
      if (records.length === 0) dead.push(button.outerHTML.slice(0, 120))
    }
    observer.disconnect()
    return dead
  })
}
