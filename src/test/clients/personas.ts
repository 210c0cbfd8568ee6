// What two users of the demo may and may not see of db/demo/V1001__exercise_content.sql, whatever client they use.
import { globalId } from './registry';

const published = ['ANVIL', 'GRANITE', 'HERON', 'LANTERN', 'MARTEN', 'THISTLE', 'TIDEWATER'];
const exercise = (names: string[]) => names.map((name) => `EXERCISE ${name}`);

export const pageSize = 4;

/** A record that everybody sees, each as much of it as they may. */
export const heron = globalId('WeaponSystem', 'c2186616-d645-4c29-b0db-4766f9c82997');
/** A record whose own label is Lithuanian secret. */
export const undertow = globalId('WeaponSystem', '0fa73b89-6651-48ea-8994-33657c7b7cbb');

export const personas = [
  {
    name: 'anonymous',
    codeNames: exercise(published),
    heron: {
      id: heron,
      codeName: 'EXERCISE HERON',
      designation: null,
      withheld: ['designation', 'description', 'militaryListCategory', 'maximumRangeKm', 'unitCost', 'annualOutput'],
    },
    undertow: null,
    // The link to the second facility is Lithuanian secret; both ends of it are public.
    heronsFacilities: ['EXERCISE Nemunas Assembly Hall'],
  },
  {
    name: 'lt-secret',
    codeNames: exercise([...published, 'UNDERTOW']),
    heron: { id: heron, codeName: 'EXERCISE HERON', designation: 'EX-110 Gandras', withheld: ['annualOutput'] },
    undertow: {
      id: undertow,
      codeName: 'EXERCISE UNDERTOW',
      designation: 'EX-880 Srovė',
      withheld: ['maximumRangeKm'],
    },
    heronsFacilities: ['EXERCISE Nemunas Assembly Hall', 'EXERCISE Polissia Airframe Shop'],
  },
];

/** What the tests compare of a record: clients add type names, and keys of their own caches. */
export function parts(system: Parts | null | undefined) {
  return system && (({ id, codeName, designation, withheld }) => ({ id, codeName, designation, withheld }))(system);
}

interface Parts {
  id: string;
  codeName: string;
  designation?: string | null;
  withheld: readonly string[];
}
