/** Shows an address or a file in the user’s browser. Where there is none, the address that the command has said is enough. */
export async function openInBrowser(target: string): Promise<void> {
  const { default: open } = await import('open')
  const opened = await open(target).catch(() => undefined)
  opened?.on('error', () => undefined)
}
