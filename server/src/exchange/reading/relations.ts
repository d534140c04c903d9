import { readXmlPart } from './xml.ts';
import type { Zip } from './zip.ts';

export interface Relation {
  readonly type: string;
  /** Name of the part. */
  readonly target: string;
}

/** The parts that a part speaks of, by their ids. Those outside of the file are left out. */
export function relationsOf(zip: Zip, part: string): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  readXmlPart(zip, `${folder}_rels/${part.slice(slash)}.rels`, {
    open(name, { Id, Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || !Id || TargetMode === 'External') return;
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: resolve(folder, Target) });
    },
  });
  return relations;
}

/** The part that a file of Office is about. */
export function mainPart(zip: Zip, usual: string): string {
  for (const { type, target } of relationsOf(zip, '').values()) {
    if (type === 'officeDocument' && zip.has(target)) return target;
  }
  return usual;
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
