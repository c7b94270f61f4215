/**
 * What to say when a rule of the account demands properties a write of the app leaves empty.
 *
 * @param labels - of the properties
 * @param request - method and path of the write
 */
export function requiredPropertiesText(labels: readonly string[], request: string): string {
  const many = labels.length > 1;
  return `A rule of the account demands ${labels.join(', ')}, and ${request} leaves ${many ? 'them' : 'it'} empty. Make ${many ? 'them' : 'it'} optional under Settings → Properties (for the time of this command is enough), or take the condition out.`;
}
