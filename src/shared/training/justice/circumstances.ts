/** What made the penalty of an invented defendant heavier or lighter. */
import type { Values } from '../../records/record.ts';
import { choice, optional } from '../stated.ts';
import type { Person } from './people.ts';
import type { Scene } from './scene.ts';
import * as weights from './weights.ts';

export function circumstances(scene: Scene, person: Person): Values {
  const { random } = scene;
  return {
    aggravating: optional(random, ['unknown'], () => aggravating(scene, person)),
    mitigating: optional(random, ['unknown'], () => choice(random, weights.mitigations, 3, ['none'])),
  };
}

function aggravating({ random, children, adults, isOrganised }: Scene, person: Person): readonly string[] {
  const relation = person.values['relation_to_victim'];
  const holds = {
    child_victim: children > 0 && random.chance(0.7),
    several_victims: children + adults > 1 && random.chance(0.5),
    organised_group: isOrganised && random.chance(0.7),
    official_position: person.service !== 'no',
    serious_injury_or_death: random.chance(0.03),
    recidivism: person.isKnown || random.chance(0.08),
    violence_cruelty: random.chance(0.14),
    vulnerable_victim: random.chance(0.2),
    family_relation: Array.isArray(relation) && relation.includes('family'),
    online: random.chance(0.06),
  };
  const found = Object.entries(holds).flatMap(([code, does]) => (does ? [code] : []));
  return found.length > 0 ? found : ['none'];
}
