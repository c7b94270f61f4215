export function DealsPage() {
  return <div />;
}
