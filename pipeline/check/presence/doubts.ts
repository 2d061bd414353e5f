import { asCalled } from '../../files/called.ts'
import type { Doubt } from '../../model/catalog.ts'
import { wording, type Worded } from '../../wording.ts'

/** Why nobody knows what a translator saw, and what would let the tool know. */
export const doubts = (): Readonly<Record<Doubt, { readonly why: Worded; readonly help?: Worded }>> => ({
  'no-repository': { why: wording`the publication is not kept in git, which would know` },
  'not-installed': { why: wording`git, which may know, is not installed here`, help: wording`Install git and check again.` },
  refused: {
    why: wording`git, which may know, does not read this repository`,
    help: wording`Run git status, which says why and what to do, and check again.`,
  },
  untracked: { why: wording`the locale file is in no commit of git yet` },
  shallow: {
    why: wording`this copy of the repository lacks the history before its last commits`,
    help: wording`Fetch the history with git fetch --unshallow, and check again.`,
  },
  partial: {
    why: wording`this copy of the repository was made without the older texts (a partial clone)`,
    help: wording`Fetch them with git fetch --refetch --no-filter, and check again.`,
  },
  moved: {
    why: wording`the commit that brought the text was made elsewhere and moved here (rebased, squashed, picked, mailed)`,
    help: wording`Run ${{ command: asCalled('sync') }} where it was made, and commit what that writes.`,
  },
  imported: { why: wording`one commit brought the whole locale file` },
})
