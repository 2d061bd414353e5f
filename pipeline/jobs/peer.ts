import { failure } from '../problem.ts'

/**
 * Loads a package that is installed only by those who spread builds over machines.
 * @throws Failure that says how to install it
 */
export async function loadPeer<Module>(name: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw failure({
      rule: 'queue',
      file: name,
      message: `The package ${name} is not installed, which a build over several machines needs.`,
      remedy: 'Install what it needs: npm install bullmq ioredis, and for a store on S3: npm install @aws-sdk/client-s3',
    })
  }
}
