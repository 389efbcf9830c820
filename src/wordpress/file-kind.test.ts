import { expect, test } from 'vitest'
import { refuseOtherKinds } from './file-kind.ts'

test.each([
  ['', 'The file is empty'],
  [' \n', 'The file is empty'],
  ['\u00ef\u00bb\u00bf', 'The file is empty'],
  ['{"version": 1}', 'This is JSON'],
  ['[]', 'This is JSON'],
  ['PK\u0003\u0004', 'a ZIP archive'],
  ['\u001f\u008b\u0008', 'a gzip archive'],
  ['-- MySQL dump', 'a dump of a database'],
  ['<!DOCTYPE html><html>', 'a web page'],
  ['title,link', 'no XML'],
])('%j is named', (start, message) => {
  expect(() => refuseOtherKinds(start)).toThrow(message)
})

test.each(['<?xml version="1.0"?>', '\u00ef\u00bb\u00bf<rss', '\n<rss>', '\u00ff\u00fe<\0?\0'])(
  '%j passes',
  (start) => {
    expect(() => refuseOtherKinds(start)).not.toThrow()
  },
)
