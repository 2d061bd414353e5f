/**
 * Has the page laid out for paper alone, whose height no style can make so small: the layout for a screen, when the page is
 * loaded and again after each print, takes as long as all else. Where it is not there, the page is but slower.
 */
export const PAPER_ALONE = '<style data-paper-alone>@media (max-height: 1px) { body { content-visibility: hidden } }</style>'

/** Whether that holds: not for what asks which elements of the page are shown. Runs in the page. */
export function keepFromScreen(isKept: boolean): void {
  const style = document.querySelector<HTMLStyleElement>('style[data-paper-alone]')
  if (style) style.disabled = !isKept
}
