import { parentPort, workerData } from 'node:worker_threads'
import { factsIn, type Order } from './read-files.ts'

parentPort?.postMessage(factsIn(workerData as Order))
