/** A deal's name with its company's, said once: most names begin with it. */
export function nameWithCompany(dealName: string, company: string): string {
  return company === '' || dealName.toLowerCase().includes(company.toLowerCase())
    ? dealName
    : `${company}: ${dealName}`;
}
