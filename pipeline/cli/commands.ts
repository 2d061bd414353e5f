import type { Command } from 'commander'
import type { ExitCode } from './context.ts'

/** Gives a command its arguments, its options, and what it does. `run` receives its exit code. */
type Add = (added: Command, run: (code: Promise<ExitCode>) => Promise<void>) => void

interface Entry {
  readonly description: string
  readonly load: () => Promise<Add>
}

/** The commands, in the order of the help. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  init: {
    description: 'begin a publication: its publication.yaml with explanations, and a first document',
    load: async () => (await import('./start.ts')).addInit,
  },
  new: {
    description: 'add a document: its folder in content/, with a document.md',
    load: async () => (await import('./start.ts')).addNew,
  },
  update: {
    description: 'take the revised file of an author into a document: keys and translations stay with their texts',
    load: async () => (await import('./authoring.ts')).addUpdate,
  },
  'add-language': {
    description: 'add a language to publication.yaml, and write the files to translate',
    load: async () => (await import('./start.ts')).addAddLanguage,
  },
  templates: {
    description: 'list the built-in templates and styles, or bring one out into templates/, to be changed there',
    load: async () => (await import('./start.ts')).addTemplates,
  },
  build: {
    description: 'write every document in every language, as web pages and PDFs',
    load: async () => (await import('./build.ts')).addBuild,
  },
  preview: {
    description: 'show the pages in a browser on this machine, and build and show them anew after each change',
    load: async () => (await import('./preview.ts')).addPreview,
  },
  workbench: {
    description: 'translate in a browser on this machine: what is to be done, the English beside your text, the edition beside both',
    load: async () => (await import('./workbench.ts')).addWorkbench,
  },
  sync: {
    description: 'after the source changed: carry keys over, add the new ones to the locale files',
    load: async () => (await import('./sync.ts')).addSync,
  },
  check: {
    description: 'list what is missing or wrong in texts and translations',
    load: async () => (await import('./check.ts')).addCheck,
  },
  status: {
    description: 'show how far every translation is',
    load: async () => (await import('./status.ts')).addStatus,
  },
  accept: {
    description: 'say that translations still answer the source that was edited',
    load: async () => (await import('./confirm.ts')).addAccept,
  },
  review: {
    description: 'mark translations as reviewed',
    load: async () => (await import('./confirm.ts')).addReview,
  },
  export: {
    description: 'write texts and translations for translators’ tools, or as tables for Word and Excel',
    load: async () => (await import('./export.ts')).addExport,
  },
  import: {
    description: 'take translations from the files of translators’ tools, and from tables of Word and Excel',
    load: async () => (await import('./import.ts')).addImport,
  },
  worker: {
    description: 'print for builds on this machine and others, until it is ended',
    load: async () => (await import('./worker.ts')).addWorker,
  },
  handbook: {
    description: 'open the handbook in your language: how to begin, to translate, to send out, and what to do when something is wrong',
    load: async () => (await import('./handbook.ts')).addHandbook,
  },
  verify: {
    description: 'check that what is published is what the manifest says, and that the PDFs conform',
    load: async () => (await import('./verify.ts')).addVerify,
  },
}
