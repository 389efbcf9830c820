/** Stands for what an image shows, `![?](quay.jpg)`, until somebody writes it: readers are given no words. */
export const UNWRITTEN_ALT = '?'
