import { proveWritesOf } from './writes.ts'

proveWritesOf('build --format html', 'edited')
