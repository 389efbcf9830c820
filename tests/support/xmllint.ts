import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { installPackage } from './debian.ts'

const XMLLINT = '/usr/bin/xmllint'

/** What libxml2 finds wrong with a document by a schema of `tests/schemas/`; empty for a valid one. */
export function schemaFaults(xml: string, schema: 'sitemaps.xsd' | 'siteindex.xsd'): string {
  installPackage('libxml2-utils', XMLLINT)
  const { status, stderr } = spawnSync(
    XMLLINT,
    ['--noout', '--nonet', '--schema', resolve('tests/schemas', schema), '-'],
    { input: xml, encoding: 'utf8' },
  )
  return status === 0 ? '' : stderr || `xmllint ended with ${status}`
}
