/** A label as it is compared: case, spaces and the shape of an apostrophe make no difference. */
export function plainLabel(text: string): string {
  return text.trim().toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ');
}

/** A label as an internal name, as HubSpot makes one; "" when nothing of it is left. */
export function internalName(label: string): string {
  return label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 80);
}

/** Gives each name out once: a second `name` becomes `name_2`. */
export function uniqueNames(taken: Iterable<string> = []): (name: string) => string {
  const given = new Set(taken);
  return (name) => {
    let free = name;
    for (let count = 2; given.has(free); count += 1) free = `${name}_${count}`;
    given.add(free);
    return free;
  };
}
