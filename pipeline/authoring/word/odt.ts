import { unusable } from '../refusals.ts'

/** @throws Failure: OpenDocument texts are not read yet */
export function readOdt(name: string): never {
  throw unusable(name, {
    message: 'This is an OpenDocument text, which is not read.',
    remedy: 'Open it in LibreOffice or Word, choose Save As, and there the type “Word (.docx)”.',
  })
}
