/** The element that must be there. */
export function find<T extends HTMLElement>(selector: string, root: ParentNode = document): T {
  const element = root.querySelector<T>(selector)
  if (!element) throw new Error(`The page lacks ${selector}`)
  return element
}

/** The element that the page's scripts know by this name. */
export function part<T extends HTMLElement>(name: string, root: ParentNode = document): T {
  return find(`[data-part="${name}"]`, root)
}

/** A copy of what the page's `<template id>` holds: one element. */
export function copyOf<T extends HTMLElement>(id: string): T {
  const { content } = find<HTMLTemplateElement & HTMLElement>(`template#${id}`)
  const element = content.firstElementChild?.cloneNode(true)
  if (!(element instanceof HTMLElement)) throw new Error(`The template ${id} is empty`)
  return element as T
}
