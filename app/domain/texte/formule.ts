/**
 * What a spreadsheet would run rather than show: reports and tables of figures give it to `escapeFormulae`, which puts an
 * apostrophe before. A number is none, a telephone with its "+" included. The API's files and a corrected file are data
 * for programs and for who published them: they are exact.
 */
export const FORMULE_DE_TABLEUR = /^(?:[=@\t\r]|[+-](?![\d.,\s]+$))/
