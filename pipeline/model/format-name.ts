/** The formats that editions are made in, in the order in which people are told of them. */
export const FORMAT_NAMES = ['html', 'pdf', 'zip', 'press', 'epub', 'docx'] as const

export type FormatName = (typeof FORMAT_NAMES)[number]

/** Those of a publication that does not say. */
export const USUAL_FORMATS: readonly FormatName[] = ['html', 'pdf', 'zip', 'press']
