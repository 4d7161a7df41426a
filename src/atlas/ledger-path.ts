/** Where the ledger of claims lies in the content folder; it is made from the chapters. */
export const ledgerPath = 'evidence/claims.json';
