import { expect, test } from 'vitest'
import { network } from './network.ts'

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2::1', '2001:db8:1:2::'],
  ['2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::'],
  ['2001:0DB8:0001:0002:0:0:0:9', '2001:db8:1:2::'],
  ['2001:db8::1', '2001:db8:0:0::'],
  ['2001:db8:0:1::1', '2001:db8:0:1::'],
  ['fe80::1%eth0', 'fe80:0:0:0::'],
  ['::1', '0:0:0:0::'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:c000:0202', '192.0.2.2'],
  ['', ''],
  ['unknown', 'unknown'],
])('%j counts as %j', (address, expected) => {
  expect(network(address)).toBe(expected)
})
