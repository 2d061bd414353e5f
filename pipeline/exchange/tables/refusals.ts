import type { ArchiveRefusals } from '../../authoring/refusals.ts'

/** How a table is refused that cannot be unpacked, or would fill the memory. */
export const TABLE_REFUSALS: ArchiveRefusals = {
  rule: 'exchange',
  tooLarge: {
    message: 'This file would unpack to more than any table of texts needs; it was not opened.',
    remedy: 'Take the pictures and sheets out that were not in the table that was sent, and save it anew; or ask for the file again.',
  },
  ifDamaged: 'Open it in Word, Excel or LibreOffice, save it under another name, and import that file; or ask for the file again.',
}
