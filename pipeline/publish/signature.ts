/** Signatures in minisign’s format: Ed25519 over the BLAKE2b digest of a file (jedisct1.github.io/minisign, “Signature format”). */
import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { failure } from '../problem.ts'

/** The environment variable that holds a secret key: the text of the file that `minisign -G -W` writes. */
export const KEY_VARIABLE = 'EDITIONS_SIGNING_KEY'

/** What signs a publication. */
export interface Signer {
  /** As minisign writes it, in base64, for `minisign -V -P`. */
  readonly publicKey: string
  /** The text of a `.minisig` file. @param name of the signed file */
  sign(bytes: Uint8Array, name: string): string
}

const PLAIN = 'Ed'
const PREHASHED = 'ED'
/** Bytes of an algorithm, a key’s number, a seed, a public key and a signature. */
const SIZES = { algorithm: 2, number: 8, seed: 32, key: 32, signature: 64 } as const
/** Of a secret key before its number: three algorithms, salt and two limits of the password’s function. */
const SECRET = { head: 54, whole: 158 } as const
/** DER of an Ed25519 key up to its bytes (RFC 8410, 7 and 4). */
const DER = { private: Buffer.from('302e020100300506032b657004220420', 'hex'), public: Buffer.from('302a300506032b6570032100', 'hex') }

const UNTRUSTED = 'untrusted comment: '
const TRUSTED = 'trusted comment: '

/**
 * Opens a secret key.
 * @param text of the key’s file, or its last line; nothing where there is none
 * @throws Failure for a text that is no key, and for one that is locked with a password
 */
export function openSigner(text: string | undefined): Signer | undefined {
  const line = text?.trim().split('\n').at(-1)?.trim()
  if (!line) return undefined
  const bytes = Buffer.from(line, 'base64')
  const isKey = bytes.length === SECRET.whole && bytes.toString('base64') === line && bytes.toString('latin1', 0, 2) === PLAIN
  if (!isKey)
    throw noKey(
      'This is no secret key of minisign; nothing was touched.',
      line.length === 1 ? 'one character' : `${line.length} characters`,
    )
  // The second algorithm is that of the password.
  if (bytes.readUInt16LE(2) !== 0) throw noKey('This secret key is locked with a password; nothing was touched.', 'a locked key')
  const at = SECRET.head + SIZES.number
  const number = bytes.subarray(SECRET.head, at)
  const seed = bytes.subarray(at, at + SIZES.seed)
  const key = createPrivateKey({ key: Buffer.concat([DER.private, seed]), format: 'der', type: 'pkcs8' })
  const own = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(DER.public.length)
  if (!own.equals(bytes.subarray(at + SIZES.seed, at + SIZES.seed + SIZES.key)))
    throw noKey('This secret key is damaged; nothing was touched.', 'a key whose halves do not belong together')
  return {
    publicKey: Buffer.concat([Buffer.from(PLAIN), number, own]).toString('base64'),
    sign: (content, name) => {
      const signature = sign(null, digestOf(content), key)
      const comment = `file:${name}\thashed`
      const whole = sign(null, Buffer.concat([signature, Buffer.from(comment)]), key)
      return signatureText(Buffer.concat([Buffer.from(PREHASHED), number, signature]), comment, whole)
    },
  }
}

/** True if a `.minisig` file is, to the byte, what a build writes for a file with this key. */
export function isSignedBy(publicKey: string, signature: string, bytes: Uint8Array, name: string): boolean {
  const key = Buffer.from(publicKey, 'base64')
  const [, first = '', trusted = '', last = ''] = signature.split('\n')
  const [head, whole] = [Buffer.from(first, 'base64'), Buffer.from(last, 'base64')]
  const own = readPublicKey(key)
  const start = SIZES.algorithm + SIZES.number
  const comment = trusted.slice(TRUSTED.length)
  if (!own || head.length !== start + SIZES.signature || comment !== `file:${name}\thashed`) return false
  const part = head.subarray(start)
  return (
    signatureText(head, comment, whole) === signature &&
    head.toString('latin1', 0, SIZES.algorithm) === PREHASHED &&
    head.subarray(SIZES.algorithm, start).equals(key.subarray(SIZES.algorithm, start)) &&
    verify(null, digestOf(bytes), own, part) &&
    verify(null, Buffer.concat([part, Buffer.from(comment)]), own, whole)
  )
}

function readPublicKey(key: Buffer): KeyObject | undefined {
  const start = SIZES.algorithm + SIZES.number
  if (key.length !== start + SIZES.key || key.toString('latin1', 0, SIZES.algorithm) !== PLAIN) return undefined
  return createPublicKey({ key: Buffer.concat([DER.public, key.subarray(start)]), format: 'der', type: 'spki' })
}

function signatureText(signature: Buffer, comment: string, whole: Buffer): string {
  const lines = [`${UNTRUSTED}signature of what is published`, signature.toString('base64'), TRUSTED + comment, whole.toString('base64')]
  return `${lines.join('\n')}\n`
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('blake2b512').update(bytes).digest()
}

function noKey(message: string, found: string): Error {
  return failure({
    rule: 'signing-key',
    file: KEY_VARIABLE,
    message,
    found,
    expected: 'the text of a key file that minisign -G -W has made, in this environment variable',
    remedy:
      'Make a key with minisign -G -W and put the text of its secret file into the variable, or unset it to publish without a signature.',
  })
}
