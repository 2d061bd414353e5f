/** A browser that can print. `environment` is what it needs beside the user's own variables. */
export interface BrowserProgram {
  readonly executable: string
  readonly origin: 'EDITIONS_BROWSER' | 'pinned' | 'puppeteer’s cache' | 'the path' | 'the system'
  readonly environment: Readonly<Record<string, string>>
}
