/** The thread that draws pictures of pages, beside the one that finishes PDFs. */
import { drawFirstPage } from './raster.ts'
import { serveThread } from './thread.ts'

const functions = { drawFirstPage }

export type PictureFunctions = typeof functions

serveThread(functions)
