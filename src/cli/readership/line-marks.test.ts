import { describe, expect, test } from 'vitest'
import { LineMarks, parseMarks, WINDOW, writeMarks } from './line-marks.ts'

function marksOf(lines: readonly string[]): number[] {
  const marks = new LineMarks()
  return lines.map((line) => {
    const bytes = Buffer.from(`..${line}..`)
    return marks.next(bytes, 2, bytes.length - 2)
  })
}

const LINES = Array.from({ length: 40 }, (_, i) => `203.0.113.${i} GET /politics/${i * i}/`)

describe('the mark of a line', () => {
  test('is the same in every file with the same line and three before it', () => {
    const whole = marksOf(LINES)
    const later = marksOf(LINES.slice(10))
    expect(later.slice(WINDOW - 1)).toEqual(whole.slice(10 + WINDOW - 1))
    expect(later[0]).not.toBe(whole[10])
  })

  test('is another where one of the four is another, by a letter or in their order', () => {
    const [, , , mark] = marksOf(LINES)
    for (let at = 0; at < WINDOW; at++) {
      expect(marksOf(LINES.with(at, `${LINES[at]}.`))[3]).not.toBe(mark)
    }
    expect(marksOf([LINES[1], LINES[0], LINES[2], LINES[3]] as string[])[3]).not.toBe(mark)
  })

  test('is a number of 48 bits that no other line of many has', () => {
    const marks = marksOf(Array.from({ length: 20_000 }, (_, i) => `line ${i}`))
    expect(new Set(marks).size).toBe(marks.length)
    expect(marks.every((mark) => Number.isInteger(mark) && mark >= 0 && mark < 2 ** 48)).toBe(true)
  })
})

test('marks come back from their text', () => {
  const marks = [0, 1, 2 ** 48 - 1, ...marksOf(LINES)]
  expect(writeMarks(marks)).toHaveLength(8 * marks.length)
  expect(parseMarks(writeMarks(marks))).toEqual(marks)
  expect(parseMarks('')).toEqual([])
})
