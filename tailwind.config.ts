export { default } from './src/styles/tailwind.ts'
