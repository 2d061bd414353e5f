import { randomBytes } from 'node:crypto'
import type { S3ServiceException } from '@aws-sdk/client-s3'
import { failure, type Failure } from '../problem.ts'
import { pathOf, type Objects } from './objects.ts'
import { loadPeer } from './peer.ts'

/** Attempts of the SDK at each request, with growing and random pauses between them. */
const ATTEMPTS = 6
/** How often a write is sent again that met another (409 ConditionalRequestConflict). */
const CONFLICTS = 5
/** Status of a server that holds an object which was not to be there (RFC 9110, 15.5.13). */
const PRECONDITION_FAILED = 412
const CONFLICT = 409

/**
 * Opens a bucket of S3, or of what speaks like it at the address in AWS_ENDPOINT_URL_S3. Credentials and region come by the SDK’s
 * own chain: environment, profile, role of the machine.
 * @param address such as `s3://bucket/prefix`
 * @throws Failure for a bucket that cannot be written, or that overwrites an object which was not to be there
 */
export async function openS3Objects(address: string): Promise<Objects> {
  const { bucket, prefix } = parse(address)
  const s3 = await loadPeer('@aws-sdk/client-s3', () => import('@aws-sdk/client-s3'))
  const hasOwnEndpoint = (process.env['AWS_ENDPOINT_URL_S3'] ?? process.env['AWS_ENDPOINT_URL'] ?? '') !== ''
  // Servers other than Amazon’s seldom have a name for each bucket.
  const client = new s3.S3Client({ maxAttempts: ATTEMPTS, forcePathStyle: hasOwnEndpoint })
  const place = `s3://${bucket}/${prefix}`
  const keyed = (path: string) => ({ Bucket: bucket, Key: `${prefix}${path}` })
  const asked = async <T>(what: 'read' | 'written', ask: () => Promise<T>): Promise<T> =>
    ask().catch((error: unknown) => {
      throw refusedBy(place, what, error)
    })
  const put = async (path: string, bytes: Uint8Array, conflicts = CONFLICTS): Promise<boolean> => {
    try {
      await client.send(new s3.PutObjectCommand({ ...keyed(path), Body: bytes, IfNoneMatch: '*' }))
      return true
    } catch (error) {
      if (statusOf(error) === PRECONDITION_FAILED) return false
      if (statusOf(error) === CONFLICT && conflicts > 0) return put(path, bytes, conflicts - 1)
      throw error
    }
  }
  const remove = async (path: string): Promise<void> =>
    void (await client.send(new s3.DeleteObjectCommand(keyed(path))).catch(() => undefined))
  const read = async (path: string): Promise<Uint8Array | undefined> => {
    try {
      const { Body } = await client.send(new s3.GetObjectCommand(keyed(path)))
      return await Body!.transformToByteArray()
    } catch (error) {
      if (statusOf(error) === 404) return undefined
      throw error
    }
  }
  const probe = `probe/${randomBytes(16).toString('hex')}`
  const isCreated = await asked('written', () => put(probe, Buffer.from('probe')))
  const isOverwritten = await asked('written', () => put(probe, Buffer.from('probe again')))
  await remove(probe)
  if (!isCreated || isOverwritten) throw overwrites(place)
  return {
    place,
    read: (kind, digest) => asked('read', () => read(pathOf(kind, digest))),
    create: (kind, digest, bytes) => asked('written', () => put(pathOf(kind, digest), bytes)),
    remove: (kind, digest) => remove(pathOf(kind, digest)),
    close: () => client.destroy(),
  }
}

/** The bucket, and the prefix of its objects, which is empty or ends in a slash. */
function parse(address: string): { bucket: string; prefix: string } {
  const [, bucket = '', path = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(address) ?? []
  if (bucket === '')
    throw failure({
      rule: 'store',
      file: address,
      message: 'This is no address of a bucket.',
      found: address,
      expected: 's3://bucket/prefix',
      remedy: 'Write the name of the bucket after s3://, and after a slash what the names of its objects are to begin with.',
    })
  const prefix = path.replace(/^\/+|\/+$/g, '')
  return { bucket, prefix: prefix === '' ? '' : `${prefix}/` }
}

function statusOf(error: unknown): number | undefined {
  return (error as Partial<S3ServiceException>).$metadata?.httpStatusCode
}

function overwrites(place: string): Failure {
  return failure({
    rule: 'store',
    file: place,
    message: 'This bucket overwrites an object that a second write was not to touch, so that two workers could spoil each other’s prints.',
    found: 'no answer 412 to If-None-Match: *',
    expected: 'a store that refuses the second write, as Amazon S3, Cloudflare R2 and MinIO do',
    remedy: 'Take another store, or a folder that the machines share.',
  })
}

/** What S3 says has the names of things, and no credentials. */
function refusedBy(place: string, what: 'read' | 'written', error: unknown): Failure {
  const { name, message } = error as Error
  return failure({
    rule: 'store',
    file: place,
    message: `The store cannot be ${what}.`,
    found: `${name}: ${message}`,
    expected: 'a bucket that the credentials of this machine may read and write',
    remedy:
      'Look at its name, at AWS_REGION, at the credentials (environment, profile or role) and, for a server of your own, at AWS_ENDPOINT_URL_S3.',
  })
}
