/** Id of the payment option that leaves the deal's own terms as they are; no policy option may take it (docs/model.md section 5). */
export const AS_TODAY = 'as_today';
