/** Beginning of a bookmark that carries the number of a list item. */
export const NUMBER = 'editions-number-'
/** Beginning of a bookmark that tells whether a task is done. */
export const TASK = 'editions-task-'
/** Beginning of a bookmark that carries how deep the item stands that a block goes on with. */
export const WITHIN = 'editions-within-'
/** A bookmark that tells that a list item is a paragraph. */
export const LOOSE = 'editions-loose'
