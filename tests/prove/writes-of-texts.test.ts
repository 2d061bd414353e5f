import { proveWritesOf } from './writes.ts'

for (const command of [
  'sync',
  'check --fix --edition sq --rule spacing',
  'accept --edition sq first.one-paragraph-more',
  'review --edition sq --all',
])
  proveWritesOf(command, 'edited')
proveWritesOf('sync', 'renamed')
